import { expect, test } from 'vitest';
import type { Day } from '../../../src/core/memory/day.ts';
import { defaultWeights } from '../../../src/core/memory/fsrs.ts';
import type { Weights } from '../../../src/core/memory/fsrs.ts';
import { standingAfter } from '../../../src/core/review/standing.ts';
import type { Given } from '../../../src/core/review/standing.ts';
import { isFitDue } from '../../../src/lib/state/fit-due.ts';
import { standingKeeper } from '../../../src/lib/state/standing-keeper.ts';
import { payload } from '../../core/review/some-events.ts';

const reviews: readonly Given[] = Array.from({ length: 6 }, (_, index) => ({
  dayKey: (20_000 + 3 * index) as Day,
  payload: { ...payload, marks: index === 4 ? 0 : 1 },
}));
const other: Weights = defaultWeights.map((weight) => weight * 1.01);

test('standingKeeper() gives what a whole replay gives, however the log changes', () => {
  const standingOf = standingKeeper();
  const logs: readonly (readonly [readonly Given[], Weights])[] = [
    [[], defaultWeights],
    [reviews.slice(0, 2), defaultWeights],
    [reviews.slice(0, 3), defaultWeights],
    [reviews, defaultWeights],
    [reviews, other],
    // One was taken back, one came in between.
    [reviews.slice(0, 5), other],
    [[...reviews.slice(0, 2), ...reviews.slice(3)], other],
  ];
  for (const [log, w] of logs) expect(standingOf(log, w)).toEqual(standingAfter(log, w));
});

test.each([
  [0, undefined, false],
  [7, undefined, false],
  [8, undefined, true],
  [15, 8, false],
  [16, 8, true],
  [1040, 1000, false],
  [1050, 1000, true],
  [900, 1000, true],
])('isFitDue() with %d reviews, fitted at %s: %s', (count, fittedAt, due) => {
  expect(isFitDue(count, fittedAt)).toBe(due);
});

import { expect, test } from 'vitest';
import { isFitDue } from '../../../src/lib/state/fit-due.ts';

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

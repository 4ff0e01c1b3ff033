import { describe, expect, test } from 'vitest';
import type { CardId } from '#core/fact/fact.ts';
import { seededRandom } from '#core/item/random.ts';
import type { Day } from '#core/memory/day.ts';
import { defaultWeights } from '#core/memory/fsrs.ts';
import { fitLog } from '#core/review/fit-log.ts';
import { standingAfter } from '#core/review/standing.ts';
import { payload } from './some-events.ts';

/** A learner who forgets exponentially, with a stability in days, answers choices among three and cards every third day. */
function fastForgetting(stability: number, days: number) {
  const random = seededRandom('fast');
  const reviews = [];
  for (let day = 0; day < days; day += 3) {
    for (let card = 0; card < 10; card += 1) {
      const knows = day > 0 && random() < Math.exp(-3 / stability);
      const choice = card % 2 === 0;
      const right = knows || (choice && random() < 1 / 3);
      reviews.push({
        dayKey: (20_000 + day) as Day,
        payload: {
          ...payload,
          card: `fact-${card}/date` as CardId,
          response: choice
            ? ({ type: 'choice', option: 'a' } as const)
            : ({ type: 'text', text: 'x' } as const),
          guess: choice ? 1 / 3 : 0,
          marks: right ? 1 : 0,
        },
      });
    }
  }
  return reviews;
}

/** The mean of what was believed before each answer on a later day, and of what came of it beyond guessing. */
function calibration(reviews: ReturnType<typeof fastForgetting>, w: readonly number[]) {
  const found = { believed: 0, knew: 0, answers: 0 };
  standingAfter(reviews, w, undefined, (_witness, knew, before) => {
    if (!before) return;
    found.believed += before.belief;
    found.knew += knew;
    found.answers += 1;
  });
  return { believed: found.believed / found.answers, knew: found.knew / found.answers };
}

describe('fitLog()', () => {
  test('keeps the default weights while it knows next to nothing', () => {
    expect(fitLog([])).toMatchObject({ kind: 'default', weights: defaultWeights, predictions: 0 });
    expect(fitLog(fastForgetting(2, 3))).toMatchObject({ kind: 'default', predictions: 0 });
  });

  test('notices within two weeks that a learner forgets fast', () => {
    const reviews = fastForgetting(2, 15);
    const { kind, weights } = fitLog(reviews);
    expect(kind).toBe('voted');
    const [before, after] = [defaultWeights, weights].map((w) => calibration(reviews, w));
    const error = (found: ReturnType<typeof calibration> | undefined): number =>
      Math.abs((found?.believed ?? 0) - Math.exp(-3 / 2));
    expect(error(after)).toBeLessThan(0.6 * error(before));
  });

  test('says the same of the same log', () => {
    const reviews = fastForgetting(5, 60);
    expect(fitLog(reviews)).toEqual(fitLog(structuredClone(reviews)));
  });
});

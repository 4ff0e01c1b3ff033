import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultLearner } from '#core/plan/learner.ts';
import { chanceOfStudy, chancesOfStudy, worthWaiting } from '#core/plan/waiting.ts';

const learner = { ...defaultLearner, attendance: 0.7 };

describe('chanceOfStudy()', () => {
  test('is certain today, and else that of one day or another', () => {
    expect(chanceOfStudy(learner, 0, 1)).toBe(1);
    expect(chanceOfStudy(learner, 3, 4)).toBeCloseTo(0.7, 12);
    expect(chanceOfStudy(learner, 3, 5)).toBeCloseTo(1 - 0.3 * 0.3, 12);
    expect(chancesOfStudy(learner, [0, 1, 3], 4)).toEqual([1, 1 - 0.3 ** 2, 1 - 0.3].map(near));
  });
});

describe('worthWaiting()', () => {
  test('is what the best choice of days is worth, of which the first with study is taken', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const days = fc.array(fc.record({ asked: share, chance: share }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(days, share, (looked, rest) => {
        const found = looked.reduceRight(
          (waiting, { asked, chance }) => worthWaiting(waiting, asked, chance),
          rest,
        );
        const choices = Array.from({ length: 2 ** looked.length }, (_, choice) =>
          looked.filter((_, place) => (choice >> place) % 2 === 1),
        );
        const worths = choices.map((chosen) => {
          let [left, worth] = [1, 0];
          for (const { asked, chance } of chosen) {
            worth += left * chance * asked;
            left *= 1 - chance;
          }
          return worth + left * rest;
        });
        expect(found).toBeCloseTo(Math.max(...worths), 9);
      }),
    );
  });
});

function near(value: number): unknown {
  return expect.closeTo(value, 12);
}

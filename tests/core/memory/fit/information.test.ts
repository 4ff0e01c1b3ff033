import fc from 'fast-check';
import { expect, test } from 'vitest';
import { historiesOf } from '#core/memory/fit/histories.ts';
import { informationOf } from '#core/memory/fit/information.ts';
import type { Day } from '#core/memory/day.ts';

/** Two answers on two days, of which the second predicts something. */
const twice = (ifKnown: number, ifUnknown: number) =>
  historiesOf(
    [1, 3].map((day) => ({
      card: 'a',
      day: day as Day,
      evidence: { rating: 'good', ifKnown, ifUnknown, gain: 1 },
      knew: 1,
    })),
  );

test('informationOf() counts an answer that leaves no doubt as one, right or wrong, and none that comes later', () => {
  expect(informationOf(twice(1, 0), 1)).toBeCloseTo(1, 12);
  expect(informationOf(twice(0, 1), 1)).toBeCloseTo(1, 12);
  expect(informationOf(twice(1, 0), 0)).toBe(0);
});

test('informationOf() counts less the easier an answer is to guess, and nothing where both are as likely', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 0.9, noNaN: true }), (guess) => {
      const [easy, hard] = [twice(1, guess), twice(1, guess + 0.05)];
      expect(informationOf(hard, 1)).toBeLessThan(informationOf(easy, 1));
    }),
  );
  expect(informationOf(twice(0.4, 0.4), 1)).toBe(0);
  expect(informationOf(twice(0.98, 0.5), 1)).toBeCloseTo(0.327, 3);
});

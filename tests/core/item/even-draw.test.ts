import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawEvenly, mostLean } from '#core/item/even-draw.ts';
import type { Prospect } from '#core/item/even-draw.ts';
import { seededRandom } from '#core/item/random.ts';

/** How often each value comes up in many draws. */
function shares(prospects: readonly Prospect<string>[], most = mostLean): Readonly<Record<string, number>> {
  const random = seededRandom('draws');
  const counts: Record<string, number> = {};
  for (let draw = 0; draw < 4000; draw += 1) {
    const drawn = drawEvenly(prospects, random, most)?.value ?? 'none';
    counts[drawn] = (counts[drawn] ?? 0) + 1 / 4000;
  }
  return counts;
}

const prospect = (value: string, ...gains: readonly number[]): Prospect<string> => ({ value, gains });

describe('drawEvenly()', () => {
  test('makes up for what a guesser gains by what he loses', () => {
    const { win = 0, lose = 0 } = shares([prospect('win', 2 / 3), prospect('lose', -1 / 3)]);
    expect(win).toBeCloseTo(1 / 3, 1);
    expect(lose).toBeCloseTo(2 / 3, 1);
  });

  test('draws early ones more often where nobody gains', () => {
    const { first = 0, last = 0 } = shares([
      prospect('first', 0),
      prospect('middle', 0),
      prospect('last', 0),
    ]);
    expect(first).toBeGreaterThan(last + 0.1);
    expect(last).toBeGreaterThan(0.1);
  });

  test('draws nothing where a guesser gains in all, unless he may, and then as little as can be', () => {
    const all = [prospect('one', 2 / 3), prospect('other', 1 / 6)];
    expect(shares(all)).toEqual({ none: expect.closeTo(1) });
    expect(shares(all, Infinity)).toEqual({ other: expect.closeTo(1, 2) });
    expect(drawEvenly([], seededRandom('none'), mostLean)).toBeUndefined();
  });

  test('evens places as far as the guessers allow', () => {
    const places = [
      { value: 'first', gains: [1 / 2], places: [2 / 3, -1 / 3] },
      { value: 'last', gains: [-1 / 2], places: [-1 / 3, 2 / 3] },
      { value: 'first again', gains: [0], places: [2 / 3, -1 / 3] },
    ];
    const { first = 0, last = 0 } = shares(places);
    expect(first).toBeCloseTo(1 / 2, 1);
    expect(last).toBeCloseTo(1 / 2, 1);
  });

  test('says what guessers gain on average, and draws so', () => {
    const gain = fc.constantFrom(-1 / 3, 0, 1 / 6, 2 / 3);
    fc.assert(
      fc.property(fc.array(fc.tuple(gain, gain), { minLength: 2, maxLength: 12 }), (all) => {
        const prospects = all.map((gains) => ({ value: gains, gains }));
        const random = seededRandom('property');
        const drawn = Array.from({ length: 600 }, () => drawEvenly(prospects, random, Infinity));
        for (const guesser of [0, 1] as const) {
          const mean = drawn.reduce((sum, one) => sum + (one?.value[guesser] ?? NaN) / 600, 0);
          expect(Math.abs(mean - (drawn[0]?.leans[guesser] ?? NaN))).toBeLessThan(0.1);
        }
      }),
      { numRuns: 40, seed: 4 },
    );
  });
});

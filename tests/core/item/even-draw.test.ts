import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawEvenly } from '#core/item/even-draw.ts';
import type { Prospect } from '#core/item/even-draw.ts';
import { seededRandom } from '#core/item/random.ts';

/** How often each value comes up in many draws. */
function shares(prospects: readonly Prospect<string>[], strict = 0): Readonly<Record<string, number>> {
  const random = seededRandom('draws');
  const counts: Record<string, number> = {};
  for (let draw = 0; draw < 4000; draw += 1) {
    const drawn = drawEvenly(prospects, random, strict) ?? 'none';
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

  test('draws nothing where a strict guesser gains in all, and something where he is not strict', () => {
    const all = [prospect('one', 2 / 3), prospect('other', 1 / 6)];
    expect(shares(all, 1)).toEqual({ none: expect.closeTo(1) });
    expect(shares(all)).not.toHaveProperty('none');
    expect(drawEvenly([], seededRandom('none'))).toBeUndefined();
  });

  test('puts strict guessers before the others', () => {
    const all = [prospect('a', 0.5, 0.6), prospect('b', -0.5, 0.6)];
    const { a = 0, b = 0 } = shares(all, 1);
    expect(a).toBeCloseTo(0.5, 1);
    expect(b).toBeCloseTo(0.5, 1);
  });

  test('leaves no strict guesser a gain, whatever the prospects', () => {
    const gain = fc.constantFrom(-1 / 3, 0, 1 / 6, 2 / 3);
    fc.assert(
      fc.property(fc.array(fc.tuple(gain, gain), { minLength: 2, maxLength: 12 }), (all) => {
        const prospects = all.map((gains, index) => ({ value: index, gains }));
        const random = seededRandom('property');
        const drawn = Array.from({ length: 600 }, () => drawEvenly(prospects, random, 2));
        const gained = drawn.flatMap((index) => (index === undefined ? [] : [all[index] ?? [0, 0]]));
        for (const guesser of [0, 1] as const) {
          const mean =
            gained.reduce((sum, gains) => sum + (gains[guesser] ?? 0), 0) / Math.max(1, gained.length);
          expect(Math.abs(mean)).toBeLessThan(0.08 + 0.12);
        }
      }),
      { numRuns: 40, seed: 4 },
    );
  });
});

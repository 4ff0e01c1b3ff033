import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shuffle, seededRandom } from '#core/item/random.ts';
import { catchDrop, dropOf, nothingCaught, partsOf } from '#core/transfer/fountain.ts';
import type { Caught } from '#core/transfer/fountain.ts';

const anyParts = fc
  .integer({ min: 1, max: 40 })
  .chain((count) =>
    fc.array(fc.uint8Array({ minLength: 8, maxLength: 8 }), { minLength: count, maxLength: count }),
  );

/** Catches drops one after another; how many it took until they were enough. */
function caughtWhole(parts: readonly Uint8Array[], numbers: Iterable<number>) {
  let caught: Caught = nothingCaught(parts.length);
  let taken = 0;
  for (const number of numbers) {
    taken += 1;
    caught = catchDrop(caught, number, dropOf(parts, number));
    const whole = partsOf(caught);
    if (whole) return { whole, taken };
  }
  return undefined;
}

function* endless(from: number, isLost: (number: number) => boolean): Generator<number> {
  for (let number = from; number < from + 5000; number += 1) if (!isLost(number)) yield number;
}

describe('a fountain', () => {
  test('gives the file back from its first drops in any order', () => {
    fc.assert(
      fc.property(anyParts, fc.string(), (parts, seed) => {
        const numbers = shuffle([...parts.keys()], seededRandom(seed));
        expect(caughtWhole(parts, numbers)).toEqual({ whole: parts, taken: parts.length });
      }),
      { numRuns: 50 },
    );
  });

  test('gives it back whenever one begins to look, and whatever is missed', () => {
    fc.assert(
      fc.property(anyParts, fc.nat(500), fc.nat(), (parts, from, seed) => {
        const random = seededRandom(`${seed}`);
        const whole = caughtWhole(
          parts,
          endless(from, () => random() < 0.6),
        )?.whole;
        expect(whole).toEqual(parts);
      }),
      { numRuns: 50 },
    );
  });

  test('needs hardly more drops than there are parts', () => {
    const parts = Array.from({ length: 60 }, (_, at) => Uint8Array.of(at, 7 * at));
    const taken = Array.from(
      { length: 40 },
      (_, run) =>
        caughtWhole(
          parts,
          endless(100 + 97 * run, () => false),
        )?.taken ?? Infinity,
    );
    expect(Math.max(...taken)).toBeLessThanOrEqual(70);
    expect(taken.reduce((sum, count) => sum + count) / taken.length).toBeLessThan(62.5);
  });

  test('a drop that says nothing new changes nothing', () => {
    const parts = [Uint8Array.of(1), Uint8Array.of(2)];
    const one = catchDrop(nothingCaught(2), 0, dropOf(parts, 0));
    expect(catchDrop(one, 0, dropOf(parts, 0))).toBe(one);
    expect(partsOf(one)).toBeUndefined();
  });

  test('its drops are the same for ever', () => {
    const parts = Array.from({ length: 16 }, (_, at) => Uint8Array.of(2 ** (at % 8), at));
    expect([0, 15, 16, 17, 999].map((number) => [...dropOf(parts, number)])).toMatchInlineSnapshot(`
      [
        [
          1,
          0,
        ],
        [
          128,
          15,
        ],
        [
          6,
          11,
        ],
        [
          83,
          3,
        ],
        [
          40,
          6,
        ],
      ]
    `);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discoveries } from '#core/statistics/discoveries.ts';
import { midTail } from '#core/statistics/tail.ts';

describe('midTail()', () => {
  test.each([
    // 3 heads of 4: half of 4/16 and 1/16.
    { chances: [0.5, 0.5, 0.5, 0.5], count: 3, p: 3 / 16 },
    // 11 of 13 wrong answers on one of two lures: half of 78/8192, 13/8192 and 1/8192.
    { chances: Array.from({ length: 13 }, () => 0.5), count: 11, p: 53 / 8192 },
    // Unlike chances 1/2 and 1/3: both 1/6, one 1/2.
    { chances: [1 / 2, 1 / 3], count: 1, p: 1 / 6 + 1 / 4 },
    { chances: [], count: 0, p: 0.5 },
  ])('of $count among $chances.length is $p', ({ chances, count, p }) => {
    expect(midTail(chances, count)).toBeCloseTo(p, 12);
  });

  test('falls with the count, and means one half over all counts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 0.99, noNaN: true }), { maxLength: 12 }),
        (chances) => {
          const tails = [...chances, 0].map((_, count) => midTail(chances, count));
          expect(tails.every((p, count) => count === 0 || p < (tails[count - 1] ?? 1))).toBe(true);
          // The chance of each count is what the tail loses around it.
          const likely = tails.map((_, count) => chanceOf(chances, count));
          const middle = tails.reduce((total, p, count) => total + p * (likely[count] ?? 0), 0);
          expect(middle).toBeCloseTo(0.5, 9);
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });
});

/** Straight from the definition: over every outcome. */
function chanceOf(chances: readonly number[], count: number): number {
  if (count < 0) return 0;
  const [first, ...rest] = chances;
  if (first === undefined) return count === 0 ? 1 : 0;
  return first * chanceOf(rest, count - 1) + (1 - first) * chanceOf(rest, count);
}

describe('discoveries()', () => {
  const some = (...ps: number[]): { p: number; least: number }[] => ps.map((p) => ({ p, least: 0 }));

  test.each([
    // Of four at 5 %: 0.0125, 0.025, 0.0375, 0.05 are the steps; the third holds, and takes the second with it.
    { ps: [0.001, 0.03, 0.036, 0.9], found: [0.001, 0.03, 0.036] },
    { ps: [0.02, 0.03, 0.04, 0.06], found: [] },
    { ps: [], found: [] },
  ])('finds $found in $ps', ({ ps, found }) => {
    expect(discoveries(some(...ps), 0.05).map(({ p }) => p)).toEqual(found);
  });

  test('does not count what could never be found', () => {
    const hopeless = Array.from({ length: 50 }, () => ({ p: 0.5, least: 0.25 }));
    expect(discoveries([{ p: 0.04, least: 0.001 }, ...hopeless], 0.05)).toHaveLength(1);
    expect(
      discoveries([{ p: 0.04, least: 0.001 }, ...hopeless.map(({ p }) => ({ p, least: 0 }))], 0.05),
    ).toEqual([]);
  });
});

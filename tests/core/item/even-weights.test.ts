import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evenWeights } from '#core/item/even-weights.ts';
import type { Rows } from '#core/item/even-weights.ts';

const alike = (rows: Rows): readonly number[] => rows.map(() => 1 / rows.length);
const firm = 1e-7;

const meansOf = (rows: Rows, weights: readonly number[]): readonly number[] =>
  (rows[0] ?? []).map((_, column) =>
    rows.reduce((sum, row, index) => sum + (weights[index] ?? 0) * (row[column] ?? 0), 0),
  );

/** Rows some mixture of which has the mean 0: whatever they are, and one that makes up for a mixture of them. */
const evenRows = fc
  .array(fc.tuple(fc.constantFrom(-1 / 3, 0, 1 / 6, 2 / 3), fc.constantFrom(-1 / 3, 0, 2 / 3)), {
    minLength: 1,
    maxLength: 20,
  })
  .map((rows): Rows => [...rows, meansOf(rows, alike(rows)).map((mean) => -mean)]);

describe('evenWeights()', () => {
  test('gives weights that add up to 1, none of them negative, by which every mean is 0, where there are any', () => {
    fc.assert(
      fc.property(evenRows, (rows) => {
        const weights = evenWeights(rows, alike(rows), [firm, firm]);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
        for (const mean of meansOf(rows, weights)) expect(Math.abs(mean)).toBeLessThan(1e-4);
      }),
      { numRuns: 200, seed: 4 },
    );
  });

  test('keeps the first weights where they are even already', () => {
    const first = [0.5, 0.2, 0.2, 0.1];
    const weights = evenWeights([[0], [1], [-1], [0]], first, [firm]);
    weights.forEach((weight, index) => expect(weight).toBeCloseTo(first[index] ?? NaN, 6));
  });

  test('comes as near to 0 as can be where no mixture is even, and holds firmer columns before others', () => {
    const [near = 0] = evenWeights([[0.1], [0.4]], [0.5, 0.5], [firm]);
    expect(near).toBeCloseTo(1, 4);
    const rows = [
      [1, -0.2],
      [-1, 0.6],
    ];
    expect(meansOf(rows, evenWeights(rows, [0.5, 0.5], [firm, 1e-3]))[0]).toBeCloseTo(0, 3);
    expect(meansOf(rows, evenWeights(rows, [0.5, 0.5], [1e-3, firm]))[1]).toBeCloseTo(0, 3);
  });
});

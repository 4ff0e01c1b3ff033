import { describe, expect, test } from 'vitest';
import { itemFigures } from '#core/statistics/item-figures.ts';
import type { MarkTable } from '#core/statistics/item-figures.ts';
import { testFigures } from '#core/statistics/test-figures.ts';

const table = (rows: MarkTable['rows'], most: readonly number[] = []): MarkTable => ({
  rows,
  most: rows[0]?.map((_, index) => most[index] ?? 1) ?? [],
  guess: rows[0]?.map(() => 1 / 3) ?? [],
});

/** Six digits after the point, wherever something can be told. */
function near(actual: object, expected: Readonly<Record<string, number | boolean | undefined>>): void {
  const got = new Map(Object.entries(actual));
  for (const [name, value] of Object.entries(expected)) {
    if (typeof value === 'number') expect(got.get(name), name).toBeCloseTo(value, 6);
    else expect(got.get(name), name).toBe(value);
  }
}

/*
 * Staircase: five students, four items.
 *
 *        a  b  c  d   X   X - mean(X) with mean 10/5 = 2
 *   s1   1  1  1  1   4   2
 *   s2   1  1  1  0   3   1
 *   s3   1  1  0  0   2   0
 *   s4   1  0  0  0   1  -1
 *   s5   0  0  0  0   0  -2
 *
 * Test. Sums of powers of X - 2: second 4+1+0+1+4 = 10, third 8+1+0-1-8 = 0, fourth 16+1+0+1+16 = 34.
 *   deviation sqrt(10/4)/4 = sqrt(2.5)/4; median 2/4.
 *   m2 = 2, m4 = 6.8; k2 = 5*2/4 = 2.5; k3 = 0, so skewness 0.
 *   k4 = 25 (6*6.8 - 3*4*4) / (4*3*2) = 25 (40.8 - 48) / 24 = -7.5; kurtosis -7.5/6.25 = -1.2.
 *   Item variances: a, d: (4 of 5) 5*0.8*0.2/4 = 0.2; b, c: (3 or 2 of 5) 5*0.6*0.4/4 = 0.3. Sum 1.
 *   consistency 4/3 (1 - 1/2.5) = 0.8; error ratio sqrt(0.2); standard error sqrt(0.2) sqrt(2.5)/4 = sqrt(0.5)/4.
 * Item a: x = 1 1 1 1 0, mean 0.8; rest R = X - x = 3 2 1 0 0, mean 1.2.
 *   cov(x, R) = (sum xR - 5*0.8*1.2)/4 = (6 - 4.8)/4 = 0.3; var x = 0.2; var R = (14 - 7.2)/4 = 1.7.
 *   discrimination 0.3/sqrt(0.2*1.7) = 0.3/sqrt(0.34).
 *   Sorted: x 0 1 1 1 1, R 0 0 1 2 3: sum 6 again, so efficiency 1.
 *   cov(x, X) = (sum xX - 5*0.8*2)/4 = (10 - 8)/4 = 0.5.
 * Item b: x = 1 1 1 0 0; cov(x, X) = (9 - 6)/4 = 0.75; R = 3 2 1 1 0, mean 1.4, sum xR = 6, cov (6 - 4.2)/4 = 0.45;
 *   var R = (15 - 9.8)/4 = 1.3; discrimination 0.45/sqrt(0.3*1.3); sorted x 0 0 1 1 1 with R 0 1 1 2 3: 6, efficiency 1.
 * Items c and d mirror b and a: cov(x, X) = 0.75 and 0.5.
 *   Effective weights: s = 2 sqrt(0.5) + 2 sqrt(0.75); a sqrt(0.5)/s, b sqrt(0.75)/s.
 */
const staircase = table([
  [1, 1, 1, 1],
  [1, 1, 1, 0],
  [1, 1, 0, 0],
  [1, 0, 0, 0],
  [0, 0, 0, 0],
]);

/*
 * Weighted: four students, three items worth 2, 1 and 1; the third works against the others.
 *
 *        a  b    c   X     X - mean(X) with mean 9/4 = 2.25
 *   s1   2  1    0   3      0.75
 *   s2   2  0.5  0   2.5    0.25
 *   s3   1  0.5  1   2.5    0.25
 *   s4   0  0    1   1     -1.25
 *
 * Test, full marks 4. Powers: second 0.5625+0.0625+0.0625+1.5625 = 2.25,
 *   third 0.421875+0.015625+0.015625-1.953125 = -1.5,
 *   fourth 0.31640625+0.00390625+0.00390625+2.44140625 = 2.765625.
 *   mean 2.25/4; median 2.5/4; deviation sqrt(2.25/3)/4 = sqrt(0.75)/4.
 *   m2 = 0.5625, m3 = -0.375, m4 = 0.69140625; k2 = 0.75; k3 = 16*-0.375/(3*2) = -1; skewness -1/0.75^1.5.
 *   k4 = 16 (5*0.69140625 - 9*0.31640625)/(3*2*1) = 16 (3.45703125 - 2.84765625)/6 = 1.625; kurtosis 1.625/0.5625.
 *   var a = (9 - 6.25)/3 = 2.75/3; var b = (1.5 - 1)/3 = 0.5/3; var c = (2 - 1)/3 = 1/3; sum 4.25/3.
 *   consistency 3/2 (1 - (4.25/3)/0.75) = 1.5 (1 - 17/9) = -4/3; error ratio sqrt(7/3);
 *   standard error sqrt(7/3) sqrt(0.75)/4 = sqrt(1.75)/4.
 * Item a: facility 1.25/2; R = 1 0.5 1.5 1, mean 1; cov = (2+1+1.5+0 - 4*1.25*1)/3 = (4.5 - 5)/3 = -0.5/3;
 *   var R = (1+0.25+2.25+1 - 4)/3 = 0.5/3; discrimination -0.5/sqrt(2.75*0.5);
 *   sorted x 0 1 2 2, R 0.5 1 1 1.5: 0+1+2+3 = 6, best (6 - 5)/3 = 1/3, efficiency -0.5.
 *   cov(x, X) = (6+5+2.5+0 - 4*1.25*2.25)/3 = (13.5 - 11.25)/3 = 0.75.
 * Item b: R = 2 2 2 1, mean 1.75; cov = (2+1+1+0 - 4*0.5*1.75)/3 = 0.5/3; var R = (13 - 12.25)/3 = 0.25;
 *   discrimination (0.5/3)/sqrt((0.5/3)*0.25) = sqrt(2/3); sorted x 0 .5 .5 1, R 1 2 2 2: 4 again, efficiency 1.
 *   cov(x, X) = (3+1.25+1.25+0 - 4*0.5*2.25)/3 = (5.5 - 4.5)/3 = 1/3.
 * Item c: cov(x, X) = (2.5+1 - 4*0.5*2.25)/3 = (3.5 - 4.5)/3 < 0: against, no effective weight.
 *   R = 3 2.5 1.5 0, mean 1.75, cov (1.5 - 3.5)/3 = -2/3, var R = (17.5 - 12.25)/3 = 1.75;
 *   discrimination -(2/3)/sqrt(1.75/3); sorted x 0 0 1 1, R 0 1.5 2.5 3: (5.5 - 3.5)/3 = 2/3, efficiency -1.
 *   Effective weights: s = sqrt(0.75) + sqrt(1/3); sqrt(0.75) = 1.5/sqrt(3), so a 1.5/2.5 = 0.6 and b 0.4.
 */
const weighted = table(
  [
    [2, 1, 0],
    [2, 0.5, 0],
    [1, 0.5, 1],
    [0, 0, 1],
  ],
  [2, 1, 1],
);

/*
 * Flat top: six students, two items; item a is right for all.
 *
 *        a  b  X      mean 9/6 = 1.5, all differences 0.5 or -0.5
 *   s1-3 1  1  2
 *   s4-6 1  0  1
 *
 * Test, full marks 2. Powers: 6*0.25 = 1.5, 0, 6*0.0625 = 0.375. deviation sqrt(1.5/5)/2 = sqrt(0.3)/2.
 *   m2 = 0.25, m4 = 0.0625; k2 = 0.3; k4 = 36 (7*0.0625 - 15*0.0625)/(5*4*3) = 36*-0.5/60 = -0.3;
 *   skewness 0; kurtosis -0.3/0.09 = -10/3. var a = 0, var b = 0.3: consistency 2 (1 - 1) = 0, error ratio 1.
 * Item a has no spread, so nothing to tell: cov(x, X) = 0, effective weight 0. For item b the rest has none: 1.
 */
const flat = table([
  [1, 1],
  [1, 1],
  [1, 1],
  [1, 0],
  [1, 0],
  [1, 0],
]);

describe('testFigures() equals values worked out by hand', () => {
  test.each([
    {
      name: 'staircase',
      marks: staircase,
      expected: {
        students: 5,
        mean: 0.5,
        median: 0.5,
        deviation: 0.395284708,
        skewness: 0,
        kurtosis: -1.2,
        consistency: 0.8,
        errorRatio: 0.447213595,
        standardError: 0.176776695,
      },
    },
    {
      name: 'weighted',
      marks: weighted,
      expected: {
        students: 4,
        mean: 0.5625,
        median: 0.625,
        deviation: 0.216506351,
        skewness: -1.539600718,
        kurtosis: 2.888888889,
        consistency: -1.333333333,
        errorRatio: 1.527525232,
        standardError: 0.330718914,
      },
    },
    {
      name: 'flat top',
      marks: flat,
      expected: {
        students: 6,
        mean: 0.75,
        median: 0.75,
        deviation: 0.273861279,
        skewness: 0,
        kurtosis: -3.333333333,
        consistency: 0,
        errorRatio: 1,
        standardError: 0.273861279,
      },
    },
  ])('$name', ({ marks, expected }) => near(testFigures(marks), expected));

  test.each([
    { rows: [], told: { students: 0, mean: 0, deviation: undefined, skewness: undefined } },
    { rows: [[1, 0]], told: { mean: 0.5, deviation: undefined, consistency: undefined } },
    { rows: [[1, 0], [0, 1], [1, 0]], told: { deviation: 0, skewness: undefined, consistency: undefined } }, // prettier-ignore
    { rows: [[1], [0], [1]], told: { consistency: undefined, standardError: undefined } }, // prettier-ignore
  ])('but says nothing of $rows that they do not tell', ({ rows, told }) =>
    near(testFigures(table(rows)), told),
  );
});

describe('itemFigures() equals values worked out by hand', () => {
  test('staircase', () => {
    const [a, b, c, d] = itemFigures(staircase);
    near(a ?? {}, {
      facility: 0.8,
      deviation: 0.447213595,
      guess: 1 / 3,
      intendedWeight: 0.25,
      effectiveWeight: 0.224744871,
      discrimination: 0.514495755,
      efficiency: 1,
      against: false,
    });
    near(b ?? {}, {
      facility: 0.6,
      effectiveWeight: 0.275255129,
      discrimination: 0.720576692,
      efficiency: 1,
    });
    near(c ?? {}, {
      facility: 0.4,
      effectiveWeight: 0.275255129,
      discrimination: 0.720576692,
      efficiency: 1,
    });
    near(d ?? {}, {
      facility: 0.2,
      effectiveWeight: 0.224744871,
      discrimination: 0.514495755,
      efficiency: 1,
    });
  });

  test('weighted', () => {
    const [a, b, c] = itemFigures(weighted);
    near(a ?? {}, {
      facility: 0.625,
      deviation: 0.478713554,
      intendedWeight: 0.5,
      effectiveWeight: 0.6,
      discrimination: -0.426401433,
      efficiency: -0.5,
      against: false,
    });
    near(b ?? {}, {
      facility: 0.5,
      intendedWeight: 0.25,
      effectiveWeight: 0.4,
      discrimination: 0.816496581,
      efficiency: 1,
    });
    near(c ?? {}, {
      facility: 0.5,
      effectiveWeight: undefined,
      discrimination: -0.872871561,
      efficiency: -1,
      against: true,
    });
  });

  test('flat top', () => {
    const [a, b] = itemFigures(flat);
    near(a ?? {}, {
      facility: 1,
      deviation: 0,
      effectiveWeight: 0,
      discrimination: undefined,
      efficiency: undefined,
    });
    near(b ?? {}, { facility: 0.5, effectiveWeight: 1, discrimination: undefined, efficiency: undefined });
  });
});

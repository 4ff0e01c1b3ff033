import type { MarkTable } from './item-figures.ts';
import { covariance, mean, median, powerSum, sum } from './sample.ts';

/** How a whole test did in a class. Undefined where there are too few students or items, or no differences, to tell. */
export interface TestFigures {
  readonly students: number;
  /** Mean, median and standard deviation (by n - 1) of the totals, as shares of the most, 0..1. */
  readonly mean: number;
  readonly median: number;
  readonly deviation: number | undefined;
  /** Below 0: a long tail of low marks. */
  readonly skewness: number | undefined;
  /** Above 0: more at the ends than in a normal curve. */
  readonly kurtosis: number | undefined;
  /** Coefficient of internal consistency, at most 1: Cronbach's alpha. */
  readonly consistency: number | undefined;
  /** Share of the standard deviation that is chance, 0 or more. */
  readonly errorRatio: number | undefined;
  /** Standard error of one student's total, as a share of the most. */
  readonly standardError: number | undefined;
}

/**
 * The figures of the test, after Moodle's "Quiz statistics calculations", with k-statistics of the totals:
 * k2 = S m2 / (S - 1), k3 = S^2 m3 / ((S - 1)(S - 2)),
 * k4 = S^2 ((S + 1) m4 - 3 (S - 1) m2^2) / ((S - 1)(S - 2)(S - 3)), m_r the mean of (x - mean)^r over S students;
 * skewness = k3 / k2^1.5; kurtosis = k4 / k2^2; consistency = P / (P - 1) (1 - sum of item variances / k2) over P
 * items; error ratio = sqrt(1 - consistency); standard error = error ratio x standard deviation.
 */
export function testFigures({ rows, most }: MarkTable): TestFigures {
  const totals = rows.map(sum);
  const full = sum(most) || 1;
  const deviation = totals.length > 1 ? Math.sqrt(covariance(totals, totals)) / full : undefined;
  const consistency = consistencyOf(rows, most.length);
  const errorRatio = consistency === undefined ? undefined : Math.sqrt(1 - consistency);
  return {
    students: rows.length,
    mean: mean(totals) / full,
    median: median(totals) / full,
    deviation,
    ...shapeOf(totals),
    consistency,
    errorRatio,
    standardError: deviation === undefined || errorRatio === undefined ? undefined : errorRatio * deviation,
  };
}

function shapeOf(totals: readonly number[]): Pick<TestFigures, 'skewness' | 'kurtosis'> {
  const s = totals.length;
  const [m2, m3, m4] = [2, 3, 4].map((power) => powerSum(totals, power) / s);
  if (s < 3 || !m2 || m3 === undefined || m4 === undefined)
    return { skewness: undefined, kurtosis: undefined };
  const k2 = (s * m2) / (s - 1);
  const k3 = (s * s * m3) / ((s - 1) * (s - 2));
  const k4 = (s * s * ((s + 1) * m4 - 3 * (s - 1) * m2 * m2)) / ((s - 1) * (s - 2) * (s - 3));
  return { skewness: k3 / k2 ** 1.5, kurtosis: s < 4 ? undefined : k4 / (k2 * k2) };
}

/** As Moodle, for three students at least. */
function consistencyOf(rows: MarkTable['rows'], items: number): number | undefined {
  if (rows.length < 3 || items < 2) return undefined;
  const totals = rows.map(sum);
  const spread = covariance(totals, totals);
  if (spread === 0) return undefined;
  const single = Array.from({ length: items }, (_, index) => {
    const marks = rows.map((row) => row[index] ?? 0);
    return covariance(marks, marks);
  });
  return (items / (items - 1)) * (1 - sum(single) / spread);
}

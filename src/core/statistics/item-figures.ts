import { covariance, mean, sum } from './sample.ts';

/** Marks of a class in one test: a row a student, a column an item. What was not answered has 0. */
export interface MarkTable {
  readonly rows: readonly (readonly number[])[];
  /** The most that each item gives. */
  readonly most: readonly number[];
  /** What a blind guess earns of each item, 0..1. */
  readonly guess: readonly number[];
}

/** How one item did in a class. Undefined where there are too few students or no differences to tell. */
export interface ItemFigures {
  /** Mean marks as a share of the most, 0..1. */
  readonly facility: number;
  /** Standard deviation of its marks as a share of the most, by n - 1. */
  readonly deviation: number | undefined;
  /** What a blind guess earns, 0..1. */
  readonly guess: number;
  /** Share of the test's marks that it gives, 0..1. */
  readonly intendedWeight: number;
  /** Share of the differences between students that it makes, 0..1; undefined also where it works against the rest. */
  readonly effectiveWeight: number | undefined;
  /** Correlation of its marks with those of all the rest, -1..1. */
  readonly discrimination: number | undefined;
  /** That correlation as a share of the best that such marks could have, at most 1. */
  readonly efficiency: number | undefined;
  /** Whether students with more marks on it have fewer in all. */
  readonly against: boolean;
}

/**
 * The figures of every item, after Moodle's "Quiz statistics calculations" with x the marks of the item, X those of
 * the whole test: facility = mean(x) / max; discrimination index = cov(x, X - x) / sqrt(var(x) var(X - x));
 * discriminative efficiency = cov(x, X - x) / covmax, covmax being the covariance of both sorted apart;
 * effective weight = sqrt(cov(x, X)) / sum over items of sqrt(cov(x, X)), negative covariances left out.
 * Moodle shows each times 100.
 */
export function itemFigures({ rows, most, guess }: MarkTable): readonly ItemFigures[] {
  const totals = rows.map(sum);
  const columns = most.map((_, index) => rows.map((row) => row[index] ?? 0));
  const pulls = columns.map((marks) => (rows.length > 1 ? covariance(marks, totals) : 0));
  const pullSum = sum(pulls.map((pull) => Math.sqrt(Math.max(0, pull))));
  return columns.map((marks, index) => {
    const pull = pulls[index] ?? 0;
    const against = pull < -rounding;
    return {
      ...ownFigures(marks, most[index] ?? 1),
      ...restFigures(
        marks,
        totals.map((total, row) => total - (marks[row] ?? 0)),
      ),
      guess: guess[index] ?? 0,
      intendedWeight: (most[index] ?? 0) / (sum(most) || 1),
      effectiveWeight: pullSum === 0 || against ? undefined : Math.sqrt(Math.max(0, pull)) / pullSum,
      against,
    };
  });
}

/** Sums of fractions that should be 0 miss it by less than this. */
const rounding = 1e-12;

function ownFigures(marks: readonly number[], most: number): Pick<ItemFigures, 'facility' | 'deviation'> {
  return {
    facility: mean(marks) / most,
    deviation: marks.length > 1 ? Math.sqrt(covariance(marks, marks)) / most : undefined,
  };
}

function restFigures(
  marks: readonly number[],
  rest: readonly number[],
): Pick<ItemFigures, 'discrimination' | 'efficiency'> {
  if (marks.length < 2) return { discrimination: undefined, efficiency: undefined };
  const together = covariance(marks, rest);
  const spread = Math.sqrt(covariance(marks, marks) * covariance(rest, rest));
  const best = covariance(ascending(marks), ascending(rest));
  return {
    discrimination: spread > rounding ? together / spread : undefined,
    efficiency: best > rounding ? together / best : undefined,
  };
}

const ascending = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b);

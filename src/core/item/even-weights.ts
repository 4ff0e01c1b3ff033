/** A row for each thing that may be drawn, a column for each mean that shall be 0. */
export type Rows = readonly (readonly number[])[];

/**
 * Weights for the rows, as near to their `first` ones as can be (least chi-squared distance), by which the mean of every
 * column is 0. Where that cannot be, the means are as small as can be, those of columns with less `slack` before others.
 *
 * The weights that minimise `sum (w - p)^2 / 2p + sum mean^2 / 2 slack` are `p max(0, u . x)`, where `x` is a row with a 1
 * before it and `u` minimises `sum p max(0, u . x)^2 / 2 + sum slack u^2 / 2 - u[0]` (its convex dual), here by Newton's
 * method. It needs only sums, products and quotients of doubles, which are the same on every device.
 */
export function evenWeights(
  rows: Rows,
  first: readonly number[],
  slack: readonly number[],
): readonly number[] {
  const { distinct, kinds } = sortOut(rows);
  const shares = distinct.map(() => 0);
  kinds.forEach((kind, index) => (shares[kind] = (shares[kind] ?? 0) + (first[index] ?? 0)));
  const dual = { points: distinct.map((row) => [1, ...row]), shares, slack: [least, ...slack] };
  let at: readonly number[] = [1, ...slack.map(() => 0)];
  for (let round = 0; round < mostRounds; round += 1) {
    const { slope, curve } = bendOf(dual, at);
    if (slope.every((one) => Math.abs(one) < settled)) break;
    at = descend(dual, at, solve(curve, slope));
  }
  const pulls = dual.points.map((point) => Math.max(0, dot(at, point)));
  const weights = kinds.map((kind, index) => (first[index] ?? 0) * (pulls[kind] ?? 0));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** The different rows, and which of them each row is: there are few, for gains are shares of few options. */
function sortOut(rows: Rows): { readonly distinct: Rows; readonly kinds: readonly number[] } {
  const distinct: (readonly number[])[] = [];
  const kinds = rows.map((row) => {
    const known = distinct.findIndex((other) => other.every((one, column) => one === row[column]));
    return known < 0 ? distinct.push(row) - 1 : known;
  });
  return { distinct, kinds };
}

interface Dual {
  readonly points: Rows;
  /** What the first weights of each point add up to. */
  readonly shares: readonly number[];
  readonly slack: readonly number[];
}

function heightAt({ points, shares, slack }: Dual, at: readonly number[]): number {
  let height = -(at[0] ?? 0);
  points.forEach((point, index) => {
    const pull = Math.max(0, dot(at, point));
    height += ((shares[index] ?? 0) * pull * pull) / 2;
  });
  at.forEach((one, column) => (height += ((slack[column] ?? 0) * one * one) / 2));
  return height;
}

/** First and second derivatives. */
function bendOf(dual: Dual, at: readonly number[]): { readonly slope: number[]; readonly curve: number[][] } {
  const { points, shares, slack } = dual;
  const slope = at.map((one, column) => (slack[column] ?? 0) * one - (column === 0 ? 1 : 0));
  const curve = at.map((_, row) => at.map((__, column) => (row === column ? (slack[row] ?? 0) : 0)));
  points.forEach((point, index) => {
    const pull = dot(at, point);
    if (pull <= 0) return;
    const share = shares[index] ?? 0;
    curve.forEach((line, row) => {
      const part = share * (point[row] ?? 0);
      if (part === 0) return;
      slope[row] = (slope[row] ?? 0) + part * pull;
      for (let column = 0; column < line.length; column += 1)
        line[column] = (line[column] ?? 0) + part * (point[column] ?? 0);
    });
  });
  return { slope, curve };
}

/** One step down, the shorter the less of it leads downwards. */
function descend(dual: Dual, at: readonly number[], step: readonly number[]): readonly number[] {
  const height = heightAt(dual, at);
  for (let share = 1; share > shortest; share /= 2) {
    const next = at.map((one, column) => one - share * (step[column] ?? 0));
    if (heightAt(dual, next) < height) return next;
  }
  return at;
}

/** The solution of `matrix x = right`, of a symmetric positive definite matrix, by elimination. */
function solve(matrix: Rows, right: readonly number[]): readonly number[] {
  const lines = matrix.map((line, row) => [...line, right[row] ?? 0]);
  lines.forEach((pivot, place) => {
    for (const line of lines.slice(place + 1)) {
      const factor = (line[place] ?? 0) / (pivot[place] ?? 1);
      if (factor === 0) continue;
      for (let column = place; column < line.length; column += 1)
        line[column] = (line[column] ?? 0) - factor * (pivot[column] ?? 0);
    }
  });
  const solution = right.map(() => 0);
  for (let place = lines.length - 1; place >= 0; place -= 1) {
    const line = lines[place] ?? [];
    const rest = (line.at(-1) ?? 0) - dot(line.slice(0, -1), solution);
    solution[place] = rest / (line[place] ?? 1);
  }
  return solution;
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

/** Makes the matrix definite; far below what can be seen in a weight. */
const least = 1e-9;
const settled = 1e-9;
const shortest = 1e-9;
const mostRounds = 60;

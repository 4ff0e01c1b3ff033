import type { Weights } from '../fsrs.ts';
import { constantsOf } from './constants.ts';
import { recallAfter } from './equations.ts';
import { chanceOf } from './slope.ts';
import type { Histories } from './histories.ts';

/** A first stability that answers speak for, and how many do. */
interface Found {
  readonly stability: number;
  readonly answers: number;
}

/** How much a day away from the start weighs against an answer's log loss (fsrs-rs, 2025). */
const pull = 1 / 16;
const [least, most] = [0.01, 100];

/**
 * Weights whose first stabilities w0..w3 fit the first predictions of the cards, each by itself: the cards with each
 * first grade, and how they were recalled on the first later day. What no answer speaks for moves as the others do, and
 * a better first grade never means a weaker memory.
 */
export function withFirstStabilities(histories: Histories, weights: Float64Array, start: Weights): Weights {
  const rows = firstPredictions(histories, weights);
  const found = rows.map((own, index) => fit(histories, weights, own, { start, first: start[index] ?? 1 }));
  const answers = found.reduce((sum, one) => sum + one.answers, 0);
  const shift = found.reduce(
    (sum, one, index) => sum + one.answers * Math.log(one.stability / (start[index] ?? 1)),
    0,
  );
  const filled = found.map((one, index) =>
    one.answers > 0
      ? one
      : { stability: (start[index] ?? 1) * Math.exp(answers > 0 ? shift / answers : 0), answers: 0 },
  );
  return [...ascending(filled), ...start.slice(4)];
}

/** The rows of cards' first predictions, by the first grade; cards whose first answer is in doubt are left out. */
function firstPredictions(
  { cards, starts, grade, knew, place }: Histories,
  weights: Float64Array,
): readonly number[][] {
  const rows: number[][] = [[], [], [], []];
  for (let card = 0; card < cards; card += 1) {
    const first = starts[card] ?? 0;
    const known = knew[first];
    if (known !== 0 && known !== 1) continue;
    let row = first + 1;
    while (row < (starts[card + 1] ?? 0) && (place[row] ?? -1) < 0) row += 1;
    if (row < (starts[card + 1] ?? 0) && (weights[row] ?? 0) > 0) {
      rows[known === 0 ? 0 : (grade[first] ?? 3) - 1]?.push(row);
    }
  }
  return rows;
}

/** Rows that say the same, so that each is looked at once: the days waited, the answer's chances, and their weights. */
interface Bundle {
  /** One of them. */
  readonly row: number;
  weight: number;
}

/** Ternary search on a logarithmic scale. */
function fit(
  histories: Histories,
  weights: Float64Array,
  rows: readonly number[],
  { start, first }: { readonly start: Weights; readonly first: number },
): Found {
  if (rows.length === 0) return { stability: first, answers: 0 };
  const k = constantsOf(start);
  const bundles = bundled(histories, weights, rows);
  const loss = (stability: number): number => {
    let sum = Math.abs(stability - first) * pull;
    for (const { row, weight } of bundles) {
      const recall = recallAfter(k, histories.elapsed[row] ?? 0, stability);
      sum -= weight * Math.log(chanceOf(histories, row, recall));
    }
    return sum;
  };
  let [low, high] = [Math.log(least), Math.log(most)];
  for (let round = 0; round < 40; round += 1) {
    const [one, two] = [low + (high - low) / 3, high - (high - low) / 3];
    if (loss(Math.exp(one)) < loss(Math.exp(two))) high = two;
    else low = one;
  }
  return { stability: Math.exp((low + high) / 2), answers: rows.length };
}

function bundled(
  { elapsed, ifKnown, ifUnknown }: Histories,
  weights: Float64Array,
  rows: readonly number[],
): readonly Bundle[] {
  const bundles = new Map<string, Bundle>();
  for (const row of rows) {
    const key = `${elapsed[row]} ${ifKnown[row]} ${ifUnknown[row]}`;
    const known = bundles.get(key);
    if (known) known.weight += weights[row] ?? 0;
    else bundles.set(key, { row, weight: weights[row] ?? 0 });
  }
  return [...bundles.values()];
}

/** Neighbours in the wrong order are pooled (isotonic regression on a logarithmic scale, weighed by answers). */
function ascending(found: readonly Found[]): readonly number[] {
  const pools: { log: number; weight: number; size: number }[] = [];
  for (const { stability, answers } of found) {
    pools.push({ log: Math.log(stability), weight: answers + 1e-3, size: 1 });
    for (;;) {
      const [left, right] = pools.slice(-2);
      if (!left || !right || left.log <= right.log) break;
      const weight = left.weight + right.weight;
      const log = (left.log * left.weight + right.log * right.weight) / weight;
      pools.splice(-2, 2, { log, weight, size: left.size + right.size });
    }
  }
  return pools.flatMap(({ log, size }) => Array.from({ length: size }, () => Math.exp(log)));
}

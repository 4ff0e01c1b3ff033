import type { Weights } from '../fsrs.ts';
import { clippedWeights, weightRanges } from '../weights.ts';
import { constantsOf, weightNames } from './constants.ts';
import type { Slopes } from './equations.ts';
import type { Histories } from './histories.ts';
import { addCardSlopes, noSlopes, passOver } from './slope.ts';

/** Settings of the published optimiser (open-spaced-repetition, fsrs-rs 5, 2025). */
export const epochs = 5;
/** Little data makes few batches: as many steps as are needed to arrive. */
const leastSteps = 60;
const predictionsPerBatch = 512;
const learningRate = 0.04;
/** Adam (Kingma and Ba 2015). */
const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];

/** Cards that are looked at together, and how many predictions they make. */
interface Batch {
  readonly cards: readonly number[];
  readonly predictions: number;
}

/**
 * Weights that predict the histories better, from a start: gradient descent on the log loss of the predictions, each
 * weighed by `weights` of its row (0 leaves it out), and drawn towards the start by its distance in spreads. Goes `rounds` times over all.
 */
export function trained(
  histories: Histories,
  weights: Float64Array,
  start: Weights,
  rounds = epochs,
): Weights {
  const batches = batchesOf(histories, weights);
  const total = batches.reduce((sum, { predictions }) => sum + predictions, 0);
  const steps = batches.length === 0 ? 0 : Math.max(batches.length * rounds, leastSteps);
  const pass = passOver(histories);
  const adam = { mean: new Float64Array(start.length), square: new Float64Array(start.length) };
  let w = start;
  for (let step = 0; step < steps; step += 1) {
    const batch = batches[shuffled(step, batches.length)];
    if (!batch) continue;
    const k = constantsOf(w);
    const slopes = noSlopes();
    for (const card of batch.cards) addCardSlopes(pass, k, card, weights, slopes);
    const slope = withPull(slopes, w, start, batch.predictions / total);
    const rate = (learningRate * (1 + Math.cos((Math.PI * step) / steps))) / 2;
    w = clippedWeights(adamStep(adam, w, slope, step + 1, rate));
  }
  return w;
}

/** Cards in a mixed but fixed order, in batches. Cards that predict nothing are left out. */
function batchesOf({ cards, starts }: Histories, weights: Float64Array): readonly Batch[] {
  const batches: { cards: number[]; predictions: number }[] = [];
  let batch = { cards: [0].slice(1), predictions: 0 };
  for (let index = 0; index < cards; index += 1) {
    const card = shuffled(index, cards);
    let predictions = 0;
    for (let row = starts[card] ?? 0; row < (starts[card + 1] ?? 0); row += 1) {
      if ((weights[row] ?? 0) > 0) predictions += 1;
    }
    if (predictions === 0) continue;
    if (batch.predictions === 0 || batch.predictions + predictions > predictionsPerBatch) {
      batch = { cards: [], predictions: 0 };
      batches.push(batch);
    }
    batch.cards.push(card);
    batch.predictions += predictions;
  }
  return batches;
}

/** A fixed mixed order of 0 .. size - 1, another one in every round: steps of a size that shares no divisor with it. */
function shuffled(index: number, size: number): number {
  const round = Math.floor(index / size);
  let stride = Math.floor(size * 0.618) + round;
  while (stride < 1 || greatestDivisor(stride, size) > 1) stride += 1;
  return ((index % size) * stride + round) % size;
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

/** The slopes, with those of the pull towards the start added. */
const withPull = (slopes: Slopes, w: Weights, start: Weights, share: number): readonly number[] =>
  weightNames.map((name, index) => {
    const away = (w[index] ?? 0) - (start[index] ?? 0);
    return slopes[name] + (2 * away * share) / (weightRanges[index]?.spread ?? 1) ** 2;
  });

interface Adam {
  readonly mean: Float64Array;
  readonly square: Float64Array;
}

function adamStep(
  { mean, square }: Adam,
  w: Weights,
  slope: readonly number[],
  time: number,
  rate: number,
): Weights {
  return w.map((weight, index) => {
    const g = slope[index] ?? 0;
    const m = (mean[index] = beta1 * (mean[index] ?? 0) + (1 - beta1) * g);
    const v = (square[index] = beta2 * (square[index] ?? 0) + (1 - beta2) * g * g);
    return weight - (rate * (m / (1 - beta1 ** time))) / (Math.sqrt(v / (1 - beta2 ** time)) + epsilon);
  });
}

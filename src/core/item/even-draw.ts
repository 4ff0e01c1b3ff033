import type { Random } from './random.ts';

/** Something that may be drawn, with what each guesser gains by it over chance. */
export interface Prospect<T> {
  readonly value: T;
  readonly gains: readonly number[];
}

/**
 * Draws one so that no guesser gains on average, early ones likelier than late ones. Where the prospects do not allow it,
 * the first `strict` guessers go before the others, and undefined if even one of them gains or loses.
 *
 * Each prospect starts with a weight by its place. The weights are then multiplied until every guesser's mean gain is 0:
 * by less where a guesser who gains would win, by more where he would lose (exponentiated gradient, which strays least
 * from the first weights). Only sums and products of doubles, which are the same on every device.
 */
export function drawEvenly<T>(prospects: readonly Prospect<T>[], random: Random, strict = 0): T | undefined {
  const chance = random();
  const gains = prospects.map((prospect) => prospect.gains);
  const lessFor = (share: number): Gains =>
    gains.map((own) => own.map((gain, guesser) => (guesser < strict ? gain : share * gain)));
  const weights =
    fairWeights(gains, strict) ?? fairWeights(lessFor(soft), strict) ?? fairWeights(lessFor(0), strict);
  if (!weights) return undefined;
  let rest = chance * weights.reduce((sum, weight) => sum + weight, 0);
  const drawn = weights.findIndex((weight) => (rest -= weight) < 0);
  return prospects.at(drawn)?.value;
}

type Gains = readonly (readonly number[])[];

/** Weights by which the first `strict` guessers gain nothing, and the others as little as can be. */
function fairWeights(gains: Gains, strict: number): readonly number[] | undefined {
  let weights = gains.map((_, place) => 1 / (2 + place));
  for (let round = 0; ; round += 1) {
    const means = meansOf(gains, weights);
    if (round === rounds || means.every((mean) => Math.abs(mean) < settled))
      return means.slice(0, strict).some((mean) => Math.abs(mean) > tolerance) ? undefined : weights;
    weights = gains.map((own, index) => (weights[index] ?? 0) * Math.max(least, 1 - step * dot(own, means)));
  }
}

/** What each guesser gains on average. */
function meansOf(gains: Gains, weights: readonly number[]): readonly number[] {
  const sums = (gains[0] ?? []).map(() => 0);
  let total = 0;
  gains.forEach((own, index) => {
    const weight = weights[index] ?? 0;
    total += weight;
    for (let guesser = 0; guesser < sums.length; guesser += 1)
      sums[guesser] = (sums[guesser] ?? 0) + weight * (own[guesser] ?? 0);
  });
  return sums.map((sum) => sum / total);
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

/** How much of the others is heeded where not all can be. */
const soft = 0.3;
const rounds = 50;
/** Larger ones would overshoot where guessers agree. */
const step = 2;
/** No weight shrinks to less than this share in a round. */
const least = 0.2;
/** A mean gain that needs no more evening, and the largest with which a draw still counts as even. */
const settled = 0.01;
const tolerance = 0.08;

import { evenWeights } from './even-weights.ts';
import type { Random } from './random.ts';

/** Something that may be drawn, with what each guesser would gain by it over chance. */
export interface Prospect<T> {
  readonly value: T;
  /** Of guessers who may not gain or lose on average. */
  readonly gains: readonly number[];
  /** Of those who always take the first, the second ... place, who shall gain as little as can be. */
  readonly places?: readonly number[];
}

/** What was drawn, with what each guesser who may not gain does gain on average over all draws. */
export interface Drawn<T> {
  readonly value: T;
  readonly leans: readonly number[];
}

/** The most that a guesser may gain or lose on average by any draw, and so by all items together: half a point in 100. */
export const mostLean = 0.005;

/**
 * Draws one so that no guesser gains or loses more than `most` on average, early ones likelier than late ones; undefined
 * where that cannot be.
 */
export function drawEvenly<T>(
  prospects: readonly Prospect<T>[],
  random: Random,
  most: number,
): Drawn<T> | undefined {
  const chance = random();
  const weights = weightsOf(prospects);
  const leans = (prospects[0]?.gains ?? []).map((_, guesser) =>
    prospects.reduce((sum, { gains }, index) => sum + (weights[index] ?? 0) * (gains[guesser] ?? 0), 0),
  );
  if (leans.some((lean) => !(Math.abs(lean) <= most))) return undefined;
  let rest = chance;
  const drawn = prospects[weights.findIndex((weight) => (rest -= weight) < 0)] ?? prospects.at(-1);
  return drawn && { value: drawn.value, leans };
}

function weightsOf(prospects: readonly Prospect<unknown>[]): readonly number[] {
  const liking = prospects.map((_, place) => 1 / (2 + place));
  const whole = liking.reduce((sum, one) => sum + one, 0);
  const { gains: held = [], places: evened = [] }: Partial<Prospect<unknown>> = prospects[0] ?? {};
  return evenWeights(
    prospects.map(({ gains, places = [] }) => [...gains, ...places]),
    liking.map((one) => one / whole),
    [...held.map(() => hardly), ...evened.map(() => rather)],
  );
}

/** How firmly means are held at 0: a thousandfold between what must be and what shall be. */
const hardly = 1e-7;
const rather = 1e-4;

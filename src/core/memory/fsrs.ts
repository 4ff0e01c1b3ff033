/**
 * FSRS-6: how memory of one thing grows with practice and fades with time.
 * Equations and default weights: open-spaced-repetition, "The Algorithm" (FSRS-6), 2025.
 */

/** How well something was recalled. */
export type Rating = 'again' | 'hard' | 'good' | 'easy';

/** `stability` S: days until recall falls to 90 %. `difficulty` D: 1 easy .. 10 hard. */
export interface MemoryState {
  readonly stability: number;
  readonly difficulty: number;
}

/** The 21 weights w0..w20. */
export type Weights = readonly number[];

export const defaultWeights: Weights = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
  1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

const grades: Readonly<Record<Rating, number>> = { again: 1, hard: 2, good: 3, easy: 4 };

/** The state after the first practice. */
export function firstState(rating: Rating, w: Weights = defaultWeights): MemoryState {
  return {
    stability: boundedStability(at(w, grades[rating] - 1)),
    difficulty: bounded(firstDifficulty(rating, w), 1, 10),
  };
}

/**
 * The state after a practice `elapsedDays` whole days after the last one; 0 means the same day. `recall` saves time where
 * the retrievability at that moment is known already.
 */
export function nextState(
  state: MemoryState,
  elapsedDays: number,
  rating: Rating,
  w: Weights = defaultWeights,
  recall: number = retrievability(state.stability, elapsedDays, w),
): MemoryState {
  const stability =
    elapsedDays === 0
      ? sameDayStability(state.stability, rating, w)
      : rating === 'again'
        ? lapseStability(state, recall, w)
        : successStability(state, recall, rating, w);
  return {
    stability: boundedStability(stability),
    difficulty: nextDifficulty(state.difficulty, rating, w),
  };
}

/** R(t, S): the chance of recall `days` after a practice that left stability S; R(S, S) = 0.9. */
export const retrievability = (stability: number, days: number, w: Weights = defaultWeights): number =>
  forgetting(stability, days, at(w, 20));

/** The forgetting curve alone, with its decay w20. */
export const forgetting = (stability: number, days: number, decay: number): number =>
  (1 + (factorOf(decay) * days) / stability) ** -decay;

/** The days after which recall has fallen to `retention`: the inverse of retrievability. */
export function interval(retention: number, stability: number, w: Weights = defaultWeights): number {
  return (stability / factorOf(at(w, 20))) * (retention ** (-1 / at(w, 20)) - 1);
}

const leastStability = 0.001;
const mostStability = 36_500;

/** A stability within what the model knows: from 86 seconds to 100 years. */
export const boundedStability = (days: number): number => bounded(days, leastStability, mostStability);

/** Makes R(S, S) = 0.9 for every decay. The latest is remembered, since a replay asks for it thrice a review. */
function factorOf(decay: number): number {
  if (latest.decay !== decay) latest = { decay, factor: 0.9 ** (-1 / decay) - 1 };
  return latest.factor;
}

let latest = { decay: 0, factor: 0 };

const firstDifficulty = (rating: Rating, w: Weights): number =>
  at(w, 4) - Math.exp(at(w, 5) * (grades[rating] - 1)) + 1;

function successStability(
  { stability, difficulty }: MemoryState,
  recall: number,
  rating: Rating,
  w: Weights,
): number {
  const bonus = rating === 'hard' ? at(w, 15) : rating === 'easy' ? at(w, 16) : 1;
  const growth =
    Math.exp(at(w, 8)) *
    (11 - difficulty) *
    stability ** -at(w, 9) *
    (Math.exp(at(w, 10) * (1 - recall)) - 1);
  return stability * (1 + growth * bonus);
}

function lapseStability({ stability, difficulty }: MemoryState, recall: number, w: Weights): number {
  const forgotten =
    at(w, 11) *
    difficulty ** -at(w, 12) *
    ((stability + 1) ** at(w, 13) - 1) *
    Math.exp(at(w, 14) * (1 - recall));
  return Math.min(forgotten, stability / Math.exp(at(w, 17) * at(w, 18)));
}

function sameDayStability(stability: number, rating: Rating, w: Weights): number {
  const growth = Math.exp(at(w, 17) * (grades[rating] - 3 + at(w, 18))) * stability ** -at(w, 19);
  return stability * (grades[rating] >= 2 ? Math.max(growth, 1) : growth);
}

/** Damped as it nears 10, and drawn back a little towards the difficulty of an easy first practice. */
function nextDifficulty(difficulty: number, rating: Rating, w: Weights): number {
  const change = -at(w, 6) * (grades[rating] - 3);
  const damped = difficulty + (change * (10 - difficulty)) / 9;
  return bounded(at(w, 7) * firstDifficulty('easy', w) + (1 - at(w, 7)) * damped, 1, 10);
}

const bounded = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), most);

function at(w: Weights, index: number): number {
  const weight = w[index];
  if (weight === undefined) throw new RangeError(`Give 21 weights: w${index} is missing`);
  return weight;
}

import { byWeight } from './constants.ts';
import type { Constants } from './constants.ts';
import {
  difficultyAfter,
  difficultyBack,
  isFirst,
  recallAfter,
  recallBack,
  stabilityAfter,
  stabilityBack,
} from './equations.ts';
import type { Slopes, Step } from './equations.ts';
import type { Histories } from './histories.ts';
import { mixedAfter, mixedBack } from './mixture-equations.ts';

/** Where passes over cards write what they find before each review. Made once a fit. */
export interface Pass {
  readonly histories: Histories;
  readonly stability: Float64Array;
  readonly difficulty: Float64Array;
  readonly recall: Float64Array;
}

export function passOver(histories: Histories): Pass {
  const column = () => new Float64Array(histories.elapsed.length);
  return { histories, stability: column(), difficulty: column(), recall: column() };
}

export const noSlopes = (): Slopes => ({ ...byWeight([]), S: 0, D: 0, R: 0 });

/** No model is surer than this. */
const leastChance = 1e-7;

/** The chance of the answer of a row, as it was given, where recall was R. */
export const chanceOf = ({ ifKnown, ifUnknown }: Histories, row: number, R: number): number =>
  Math.max(leastChance, R * (ifKnown[row] ?? 0) + (1 - R) * (ifUnknown[row] ?? 0));

/**
 * The log loss of a card's predictions, weighed by `weights` of each row, and its derivatives by the model's weights,
 * added to `d`: forwards through the card's reviews, then back.
 */
export function addCardSlopes(
  pass: Pass,
  k: Constants,
  card: number,
  weights: Float64Array,
  d: Slopes,
): number {
  const { starts } = pass.histories;
  const first = starts[card] ?? 0;
  const end = starts[card + 1] ?? 0;
  forward(pass, k, first, end);
  d.S = 0;
  d.D = 0;
  let loss = 0;
  for (let row = end - 1; row >= first; row -= 1) {
    readStep(pass, row, row === first);
    loss += reviewBack(pass, k, row, weights[row] ?? 0, d);
  }
  return loss;
}

/** Fills in what was so before each of a card's reviews. */
export function forward(pass: Pass, k: Constants, first: number, end: number): void {
  const { histories, stability, difficulty, recall } = pass;
  for (let row = first; row < end; row += 1) {
    const t = histories.elapsed[row] ?? 0;
    if (t > 0) recall[row] = recallAfter(k, t, stability[row] ?? 1);
    if (row + 1 === end) return;
    readStep(pass, row, row === first);
    const knew = histories.knew[row] ?? 0;
    const gain = histories.gain[row] ?? 1;
    if (knew === 1 && gain === 1) {
      stability[row + 1] = stabilityAfter(k, step);
      difficulty[row + 1] = difficultyAfter(k, step);
    } else if (knew === 0) {
      step.g = 1;
      stability[row + 1] = stabilityAfter(k, step);
      difficulty[row + 1] = difficultyAfter(k, step);
    } else {
      doubted(k, knew, gain);
      stability[row + 1] = mixedAfter(k, doubt);
      const success = difficultyAfter(k, withGrade(histories.grade[row] ?? 3));
      difficulty[row + 1] = knew * success + (1 - knew) * difficultyAfter(k, withGrade(1));
    }
  }
}

/** The review at hand, and what it left in doubt; written over by each, since a million are looked at. */
const step: Step = { t: 0, g: 3, S: 1, D: 5, R: 1 };
const doubt = { success: 1, failure: 1, p: 1, plain: 1, base: 1 };
const byDoubt = { success: 0, failure: 0 };

function readStep({ histories, stability, difficulty, recall }: Pass, row: number, first: boolean): void {
  step.t = first ? isFirst : (histories.elapsed[row] ?? 0);
  step.g = histories.grade[row] ?? 3;
  step.S = stability[row] ?? 1;
  step.D = difficulty[row] ?? 5;
  step.R = recall[row] ?? 1;
}

function withGrade(g: number): Step {
  step.g = g;
  return step;
}

/** What success, with its share of the gain, and failure would leave. */
function doubted(k: Constants, knew: number, gain: number): void {
  const { g } = step;
  doubt.plain = stabilityAfter(k, step);
  doubt.failure = stabilityAfter(k, withGrade(1));
  step.g = g;
  doubt.base = step.t === isFirst ? doubt.failure : step.S;
  doubt.success = doubt.base * (doubt.plain / doubt.base) ** gain;
  doubt.p = knew;
}

/** From the derivatives by the state after a review, in `d`, to those by the state before; gives back its loss. */
function reviewBack({ histories }: Pass, k: Constants, row: number, weight: number, d: Slopes): number {
  stateBack(histories, k, row, d);
  let loss = 0;
  if (weight > 0) {
    const chance = chanceOf(histories, row, step.R);
    loss = -weight * Math.log(chance);
    if (chance > leastChance) {
      d.R -= (weight * ((histories.ifKnown[row] ?? 0) - (histories.ifUnknown[row] ?? 0))) / chance;
    }
  }
  if (step.t > 0) recallBack(k, step, d.R, d);
  return loss;
}

/** The same but for what the review itself tells; leaves what belongs to recall in `d.R`. */
function stateBack({ grade, knew, gain }: Histories, k: Constants, row: number, d: Slopes): void {
  const { S: outS, D: outD } = d;
  const p = knew[row] ?? 0;
  const share = gain[row] ?? 1;
  d.S = 0;
  d.D = 0;
  d.R = 0;
  if (p === 0) step.g = 1;
  if (p === 0 || (p === 1 && share === 1)) {
    stabilityBack(k, step, outS, d);
    difficultyBack(k, step, outD, d);
    return;
  }
  doubted(k, p, share);
  byDoubt.success = 0;
  byDoubt.failure = 0;
  mixedBack(k, doubt, outS, byDoubt, d);
  const byBase = (byDoubt.success * (1 - share) * doubt.success) / doubt.base;
  if (step.t === isFirst) byDoubt.failure += byBase;
  else d.S += byBase;
  stabilityBack(k, withGrade(grade[row] ?? 3), (byDoubt.success * share * doubt.success) / doubt.plain, d);
  difficultyBack(k, step, p * outD, d);
  stabilityBack(k, withGrade(1), byDoubt.failure, d);
  difficultyBack(k, step, (1 - p) * outD, d);
}

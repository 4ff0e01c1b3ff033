import { firstState, nextState } from '../memory/fsrs.ts';
import type { Rating, Weights } from '../memory/fsrs.ts';
import { lapsed, plannedRecall } from './forgetting.ts';
import { cellCount, difficultyOfCell, gaps, newSpots, placeSpot, stabilityOfCell } from './grid.ts';
import type { Spots } from './grid.ts';
import type { Learner } from './learner.ts';

/** Where a table with a value for every state of the grid and every gap since the last answer has the value. */
export const indexOf = (cell: number, gap: number): number => gap * cellCount + cell;

/** What asking does, at `indexOf` state and gap: the expected seconds, and the states that may come of it. */
export interface Transitions {
  readonly learner: Learner;
  readonly seconds: Float64Array;
  readonly success: Spots;
  readonly lapse: Spots;
  /** The states after a first answer. */
  readonly met: Spots;
}

const known = new WeakMap<Learner, Transitions>();

/** The transitions under a learner's memory; found once for each learner. */
export function transitionsOf(learner: Learner): Transitions {
  const found = known.get(learner) ?? tabulate(learner);
  known.set(learner, found);
  return found;
}

function tabulate(learner: Learner): Transitions {
  const size = cellCount * gaps.length;
  const transitions = {
    learner,
    seconds: new Float64Array(size),
    success: newSpots(size),
    lapse: newSpots(size),
    met: firstAnswers(learner),
  };
  for (let cell = 0; cell < cellCount; cell += 1) fillCell(transitions, cell);
  return transitions;
}

export const ratings = ['again', 'hard', 'good', 'easy'] as const satisfies readonly Rating[];
const successes = ['hard', 'good', 'easy'] as const;

function firstAnswers({ first, weights }: Learner): Spots {
  const met = newSpots(ratings.length);
  const sum = ratings.reduce((total, rating) => total + first[rating], 0);
  ratings.forEach((rating, index) => placeSpot(met, index, firstState(rating, weights), first[rating] / sum));
  return met;
}

/** Successes of three ratings count as one with their mean stability and difficulty. */
function fillCell({ learner, seconds, success, lapse }: Transitions, cell: number): void {
  const { weights } = learner;
  const state = { stability: stabilityOfCell(cell), difficulty: difficultyOfCell(cell) };
  const bonus = meanOfSuccesses(learner, (rating) => bonusOf(rating, weights));
  const difficulty = meanOfSuccesses(learner, (rating) => nextState(state, 1, rating, weights).difficulty);
  gaps.forEach((gap, place) => {
    const index = indexOf(cell, place);
    const recall = plannedRecall(state.stability, gap, weights);
    const good = nextState(state, gap, 'good', weights, recall).stability;
    const stability = state.stability + (good - state.stability) * bonus;
    seconds[index] = recall * learner.seconds.success + (1 - recall) * learner.seconds.lapse;
    placeSpot(success, index, { stability, difficulty }, recall);
    placeSpot(lapse, index, lapsed(state, gap, weights, recall), 1 - recall);
  });
}

/** How much more or less stability a success of this rating adds than `good` does (w15 and w16). */
const bonusOf = (rating: (typeof successes)[number], weights: Weights): number =>
  ({ hard: weights[15] ?? 1, good: 1, easy: weights[16] ?? 1 })[rating];

function meanOfSuccesses({ later }: Learner, of: (rating: (typeof successes)[number]) => number): number {
  const total = successes.reduce((sum, rating) => sum + later[rating], 0);
  return successes.reduce((sum, rating) => sum + later[rating] * of(rating), 0) / total;
}

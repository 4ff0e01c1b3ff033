import { firstState, nextState } from '../memory/fsrs.ts';
import type { MemoryState } from '../memory/fsrs.ts';
import { plannedRecall } from './forgetting.ts';
import type { Gain } from './index-table.ts';
import type { Learner } from './learner.ts';
import { worth } from './objective.ts';
import { rankAll } from './rank.ts';
import type { Candidate, Ranking } from './rank.ts';
import { ratings } from './transitions.ts';
import type { ExamGoal } from './exam-plan.ts';

/**
 * The plain rule that the priced plan must beat: what one answer today, and none after it, adds to recall on the exam
 * day for each second.
 */
export function rankGreedily(candidates: readonly Candidate[], goal: ExamGoal, learner: Learner): Ranking {
  const days = Math.max(0, goal.examDay - goal.today);
  const fresh = greedyMeeting(days, goal.laterShare, learner);
  return rankAll(candidates, ({ memory }) => {
    if (!memory) return fresh;
    const elapsed = goal.today - memory.last;
    return elapsed < 1 ? undefined : greedyGain(memory, elapsed, days, goal.laterShare, learner);
  });
}

/** What one answer adds to recall `days` from today. */
export function greedyGain(
  state: MemoryState,
  elapsed: number,
  days: number,
  laterShare: number,
  { weights, seconds }: Learner,
): Gain {
  const recall = plannedRecall(state.stability, elapsed, weights);
  const then = (stability: number, wait: number) => worth(stability, wait, laterShare, weights);
  const success = then(nextState(state, elapsed, 'good', weights).stability, days);
  const lapse = then(nextState(state, elapsed, 'again', weights).stability, days);
  return {
    gain: recall * success + (1 - recall) * lapse - then(state.stability, days + elapsed),
    seconds: recall * seconds.success + (1 - recall) * seconds.lapse,
  };
}

/** What meeting a card adds to recall `days` from today. */
export function greedyMeeting(days: number, laterShare: number, { first, weights, seconds }: Learner): Gain {
  const sum = ratings.reduce((total, rating) => total + first[rating], 0);
  const gain = ratings.reduce((total, rating) => {
    const { stability } = firstState(rating, weights);
    return total + (first[rating] / sum) * worth(stability, days, laterShare, weights);
  }, 0);
  return { gain, seconds: seconds.first };
}

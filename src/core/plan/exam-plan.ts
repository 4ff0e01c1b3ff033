import type { Day } from '../memory/day.ts';
import { newCensus } from './demand.ts';
import type { Census } from './demand.ts';
import { addAt, gapPlace, newSpots, placeSpot } from './grid.ts';
import { gainOf, indexTable } from './index-table.ts';
import type { Learner } from './learner.ts';
import { findPrices } from './prices.ts';
import { rankAll } from './rank.ts';
import type { Candidate, Ranking } from './rank.ts';
import { indexOf, transitionsOf } from './transitions.ts';
import { problemOf } from './values.ts';
import type { PricedPlan } from './values.ts';

/** When the exam is and how much time there is. */
export interface ExamGoal {
  readonly today: Day;
  readonly examDay: Day;
  /** Seconds left today, and on each later day. */
  readonly secondsToday: number;
  readonly secondsPerDay: number;
  /** How much recall 30 days after the exam counts, 0..1. */
  readonly laterShare: number;
}

/**
 * Candidates by what asking them today adds to recall on the exam day, over asking them later, for each second. What was
 * answered today waits for another day.
 */
export function rankForExam(candidates: readonly Candidate[], goal: ExamGoal, learner: Learner): Ranking {
  const table = indexTable(examPlan(candidates, goal, learner));
  return rankAll(candidates, ({ memory }) => {
    if (!memory) return table.fresh;
    const elapsed = goal.today - memory.last;
    return elapsed < 1 ? undefined : gainOf(table, memory, elapsed);
  });
}

/** The priced plan of the remaining days for these candidates together. */
export function examPlan(candidates: readonly Candidate[], goal: ExamGoal, learner: Learner): PricedPlan {
  const problem = problemOf(transitionsOf(learner), {
    daysToExam: Math.max(0, goal.examDay - goal.today),
    laterShare: goal.laterShare,
  });
  const seconds = secondsOf(goal, learner, problem.days);
  return findPrices(problem, censusOf(candidates, goal.today), seconds);
}

/**
 * The seconds of each day, today first; of a later day only as much as the learner does come. Simulated, who forgets fast
 * knows 49.1 % of 500 facts after 14 days at 20 minutes, 36.5 with a quarter of the days missed and 37.4 with a quarter
 * fewer minutes on every day: most of what missed days cost there is the time itself.
 */
export function secondsOf(goal: ExamGoal, { attendance }: Learner, days: number): Float64Array {
  const seconds = new Float64Array(days).fill(goal.secondsPerDay * attendance);
  seconds[0] = goal.secondsToday;
  return seconds;
}

/** The candidates counted by state. */
export function censusOf(candidates: readonly Candidate[], today: Day): Census {
  const census = newCensus(candidates.filter(({ memory }) => !memory).length);
  const spot = newSpots(1);
  for (const { memory } of candidates) {
    if (!memory) continue;
    placeSpot(spot, 0, memory);
    const elapsed = today - memory.last;
    const { gap, part } = gapPlace(elapsed);
    if (elapsed < 1) addAt(census.answered, 0, spot, 0, 1);
    else addAt(census.met, indexOf(0, part > 0.5 ? gap + 1 : gap), spot, 0, 1);
  }
  return census;
}

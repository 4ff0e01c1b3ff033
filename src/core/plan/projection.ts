import { demand } from './demand.ts';
import { censusOf, examPlan } from './exam-plan.ts';
import type { ExamGoal } from './exam-plan.ts';
import { cornerSteps, gapPlace, newSpots, placeSpot, stabilityOfCell } from './grid.ts';
import type { Learner } from './learner.ts';
import { worth } from './objective.ts';
import type { Candidate, Known } from './rank.ts';
import { indexOf } from './transitions.ts';
import { plannedMeeting, plannedValue } from './values.ts';
import type { PricedPlan } from './values.ts';

/**
 * How many of the candidates would be recalled on the exam day if the learner studied on as planned. What a card is
 * worth in the priced plan has the price of its time taken off; what all cards pay together is given back.
 */
export function projection(candidates: readonly Candidate[], goal: ExamGoal, learner: Learner): number {
  const plan = examPlan(candidates, goal, learner);
  const asked = demand(plan, censusOf(candidates, goal.today));
  // Prices are found in a few rounds, so a day may be asked for a little more than it has.
  const used = asked.map((seconds, day) => Math.min(seconds, secondsOf(goal, learner, day)));
  const paid = plan.prices.reduce((sum, price, day) => sum + price * (used[day] ?? 0), 0);
  const meeting = bestMeeting(plan);
  const worths = candidates.reduce(
    (sum, { memory }) =>
      sum + (memory ? worthOf(plan, memory, Math.max(0, goal.today - memory.last)) : meeting),
    0,
  );
  return Math.min(candidates.length, worths + paid);
}

const secondsOf = (goal: ExamGoal, { attendance }: Learner, day: number): number =>
  day === 0 ? goal.secondsToday : goal.secondsPerDay * attendance;

function bestMeeting(plan: PricedPlan): number {
  let best = 0;
  for (let day = 0; day < plan.problem.days; day += 1) best = Math.max(best, plannedMeeting(plan, day));
  return best;
}

const spot = newSpots(1);

/** The worth of a card that has been met, between the points of the grid. */
function worthOf(plan: PricedPlan, memory: Known, elapsed: number): number {
  placeSpot(spot, 0, memory);
  return cornerSteps.reduce((sum, step, corner) => {
    const weight = spot.weights[corner] ?? 0;
    return weight === 0 ? sum : sum + weight * bestWorth(plan, (spot.corner[0] ?? 0) + step, elapsed);
  }, 0);
}

/** Asked on the best day, or never again. What was answered today waits for another day. */
function bestWorth(plan: PricedPlan, cell: number, elapsed: number): number {
  const { objective, transitions } = plan.problem;
  const { weights } = transitions.learner;
  const wait = objective.daysToExam + elapsed;
  const rest = worth(stabilityOfCell(cell), wait, objective.laterShare, weights);
  let best = rest;
  for (let day = elapsed < 1 ? 1 : 0; day < plan.problem.days; day += 1) {
    const index = indexOf(cell, gapPlace(elapsed + day).gap);
    best = Math.max(best, plannedValue(plan, day, index, rest));
  }
  return best;
}

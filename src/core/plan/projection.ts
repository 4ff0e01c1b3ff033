import { examPlan, secondsOf } from './exam-plan.ts';
import type { ExamGoal } from './exam-plan.ts';
import { cornerSteps, gapPlace, newSpots, placeSpot, stabilityOfCell } from './grid.ts';
import type { Learner } from './learner.ts';
import { worth } from './objective.ts';
import type { Candidate, Known } from './rank.ts';
import { indexOf } from './transitions.ts';
import { bestMeeting, newValues, passBackward, pricedValue } from './values.ts';
import type { PricedPlan, Problem } from './values.ts';
import { chanceOfStudy, worthWaiting } from './waiting.ts';

/**
 * How many of the candidates would be recalled on the exam day if the learner studied on as planned. At any prices, what
 * the cards are worth less the price of their time, and what all the time there is would fetch, add up to no less than
 * that; the prices at which they add up to least tell it best. Those of the plan are found in few rounds and can miss
 * it by far where time is short, so prices that are the same on every day are tried beside them.
 */
export function projection(candidates: readonly Candidate[], goal: ExamGoal, learner: Learner): number {
  const plan = examPlan(candidates, goal, learner);
  const { problem } = plan;
  const seconds = secondsOf(goal, learner, problem.days);
  const plans = [plan, ...priceLevels.map((price) => evenlyPriced(problem, price))];
  const bounds = plans.map((priced) => boundAt(priced, candidates, goal, seconds));
  return Math.min(candidates.length, ...bounds);
}

/** Nothing, for time that is plenty, and up to more than the best second brings. */
const priceLevels = [0, ...Array.from({ length: 30 }, (_, level) => 0.002 * 1.14 ** level)];

function evenlyPriced(problem: Problem, price: number): PricedPlan {
  const plan = { problem, prices: new Float64Array(problem.days).fill(price), values: newValues(problem) };
  passBackward(plan);
  return plan;
}

function boundAt(
  plan: PricedPlan,
  candidates: readonly Candidate[],
  { today }: ExamGoal,
  seconds: Float64Array,
): number {
  const meeting = bestMeeting(plan, 0);
  const worths = candidates.reduce(
    (sum, { memory }) => sum + (memory ? worthOf(plan, memory, Math.max(0, today - memory.last)) : meeting),
    0,
  );
  return plan.prices.reduce((sum, price, day) => sum + price * (seconds[day] ?? 0), worths);
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

/** Asked whenever that is worth most, or never again. What was answered today waits for another day. */
function bestWorth(plan: PricedPlan, cell: number, elapsed: number): number {
  const { objective, transitions, days } = plan.problem;
  const { learner } = transitions;
  const wait = objective.daysToExam + elapsed;
  let best = worth(stabilityOfCell(cell), wait, objective.laterShare, learner.weights);
  for (let day = days - 1; day >= (elapsed < 1 ? 1 : 0); day -= 1) {
    const asked = pricedValue(plan, day, indexOf(cell, gapPlace(elapsed + day).gap));
    best = worthWaiting(best, asked, chanceOfStudy(learner, day, day + 1));
  }
  return best;
}

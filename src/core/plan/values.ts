import { cellCount, gaps, stabilityAt, stabilitySteps, stepOfCell, valueAt } from './grid.ts';
import { worth } from './objective.ts';
import type { Objective } from './objective.ts';
import { indexOf, ratings } from './transitions.ts';
import type { Transitions } from './transitions.ts';

/** What a second of study costs on each of the days from today to the exam, in recall of one card. */
export type Prices = Float64Array;

/** The problem of a plan: the same for every card. */
export interface Problem {
  readonly transitions: Transitions;
  readonly objective: Objective;
  /** Days on which there may be study, today first: the days before the exam, or the exam day alone. */
  readonly days: number;
  /** The chance that what is put off to a day will not be done: that day and the next two are missed. */
  readonly missed: Float64Array;
  /** Worth, if it is never asked again, of a card answered on a day, at `day * stabilitySteps + step`. */
  readonly worthAfter: Float64Array;
  /** The same for one last answered before today, at `gap * stabilitySteps + step`. */
  readonly worthBefore: Float64Array;
}

/**
 * The backward pass: what a card that was just answered on a day is worth on the exam day if it is asked again whenever
 * that is worth its seconds.
 */
export interface Values {
  /** At `day * cellCount + cell`. */
  readonly best: Float64Array;
  /** The value of each next gap, -Infinity past the exam, at `choiceAt`. */
  readonly choices: Float64Array;
}

/** A plan for all cards together: what a second costs on each day, and what cards are worth at these prices. */
export interface PricedPlan {
  readonly problem: Problem;
  readonly prices: Prices;
  readonly values: Values;
}

export function problemOf(transitions: Transitions, objective: Objective): Problem {
  const days = Math.max(1, objective.daysToExam);
  const absence = 1 - transitions.learner.attendance;
  const missed = Float64Array.from({ length: days }, (_, day) =>
    day === 0 ? 0 : absence ** Math.min(days - day, chances),
  );
  return {
    transitions,
    objective,
    days,
    missed,
    worthAfter: worths(transitions, objective, days, (day) => -day),
    worthBefore: worths(transitions, objective, gaps.length, (gap) => gaps[gap] ?? 1),
  };
}

/** Worths of all stabilities of the grid in rows; `elapsed` gives the days from the answer to today. */
function worths(
  { learner }: Transitions,
  { daysToExam, laterShare }: Objective,
  rows: number,
  elapsed: (row: number) => number,
): Float64Array {
  const stabilities = Array.from({ length: stabilitySteps }, (_, step) => stabilityAt(step));
  return Float64Array.from({ length: rows * stabilitySteps }, (_, index) => {
    const wait = daysToExam + elapsed(Math.floor(index / stabilitySteps));
    return worth(stabilities[index % stabilitySteps] ?? 1, wait, laterShare, learner.weights);
  });
}

/** How many days in a row must be missed before what was planned is given up. */
const chances = 3;

export function newValues({ days }: Problem): Values {
  return {
    best: new Float64Array(days * cellCount),
    choices: new Float64Array(days * cellCount * gaps.length).fill(-Infinity),
  };
}

/** Fills the values for these prices, from the last day back to today. */
export function passBackward({ problem, prices, values: { best, choices } }: PricedPlan): void {
  const { missed } = problem;
  const { success, lapse, seconds } = problem.transitions;
  const [cells, steps] = [cellCount, gaps.length];
  const rest = new Float64Array(cells);
  for (let day = problem.days - 1; day >= 0; day -= 1) {
    const from = day * cells;
    for (let cell = 0; cell < cells; cell += 1) {
      rest[cell] = worthAfterDay(problem, cell, day);
      best[from + cell] = rest[cell] ?? 0;
    }
    for (let gap = 0; gap < steps; gap += 1) {
      const then = day + (gaps[gap] ?? 1);
      if (then >= problem.days) break;
      const [price, lost] = [prices[then] ?? 0, missed[then] ?? 0];
      const index = indexOf(0, gap);
      const choice = choiceAt(day, gap, 0);
      const offset = then * cells;
      for (let cell = 0; cell < cells; cell += 1) {
        const at = index + cell;
        const known = valueAt(best, offset, success, at);
        const asked = known + valueAt(best, offset, lapse, at) - price * (seconds[at] ?? 0);
        const value = asked + lost * ((rest[cell] ?? 0) - asked);
        choices[choice + cell] = value;
        if (value > (best[from + cell] ?? 0)) best[from + cell] = value;
      }
    }
  }
}

/** Where the value of a choice is: the next gap after an answer on a day that left the card in a cell. */
export const choiceAt = (day: number, gap: number, cell: number): number =>
  (day * gaps.length + gap) * cellCount + cell;

/** The worth of a cell's card answered on a day if it is never asked again. */
export const worthAfterDay = ({ worthAfter }: Problem, cell: number, day: number): number =>
  worthAfter[day * stabilitySteps + stepOfCell(cell)] ?? 0;

/** The worth of a cell's card last answered a gap before today if it is never asked again. */
export const worthUnasked = ({ worthBefore }: Problem, cell: number, gap: number): number =>
  worthBefore[gap * stabilitySteps + stepOfCell(cell)] ?? 0;

/** The expected value of asking on a day; `index` names the state before and the gap, as in the transitions. */
export function askedValue(
  { best }: Values,
  { success, lapse }: Transitions,
  day: number,
  index: number,
): number {
  const offset = day * cellCount;
  return valueAt(best, offset, success, index) + valueAt(best, offset, lapse, index);
}

/** The expected value of a first answer on a day. */
export function metValue({ best }: Values, { met }: Transitions, day: number): number {
  return ratings.reduce((sum, _, index) => sum + valueAt(best, day * cellCount, met, index), 0);
}

/** The value of asking on a day, less its price, where the day may be missed and the card then be worth `rest`. */
export function plannedValue(plan: PricedPlan, day: number, index: number, rest: number): number {
  const { missed, transitions } = plan.problem;
  const asked =
    askedValue(plan.values, transitions, day, index) -
    (plan.prices[day] ?? 0) * (transitions.seconds[index] ?? 0);
  return asked + (missed[day] ?? 0) * (rest - asked);
}

/** The same for a first answer; a card that is not met is worth nothing. */
export function plannedMeeting(plan: PricedPlan, day: number): number {
  const { missed, transitions } = plan.problem;
  const price = (plan.prices[day] ?? 0) * transitions.learner.seconds.first;
  return (1 - (missed[day] ?? 0)) * (metValue(plan.values, transitions, day) - price);
}

/** The value of a first answer on the best of the days from one on; 0 where it is never worth its time. */
export function bestMeeting(plan: PricedPlan, from: number): number {
  let best = 0;
  for (let day = from; day < plan.problem.days; day += 1) best = Math.max(best, plannedMeeting(plan, day));
  return best;
}

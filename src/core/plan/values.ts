import { cellCount, gaps, stabilityAt, stabilitySteps, stepOfCell, valueAt } from './grid.ts';
import { allowForMissedDays, chanceInTime, daysLookedAt } from './missed-days.ts';
import type { DaysLookedAt } from './missed-days.ts';
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
  readonly everyDay: DaysLookedAt;
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
  const everyDay = Array.from({ length: days }, (_, day) => day);
  return {
    transitions,
    objective,
    days,
    everyDay: daysLookedAt(everyDay, days, transitions.learner.attendance),
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

export function newValues({ days }: Problem): Values {
  return {
    best: new Float64Array(days * cellCount),
    choices: new Float64Array(days * cellCount * gaps.length).fill(-Infinity),
  };
}

/** Fills the values for these prices, from the last day back to today, and on each from its last choice to its first. */
export function passBackward({ problem, prices, values: { best, choices } }: PricedPlan): void {
  const { success, lapse, seconds, learner } = problem.transitions;
  const later = new Float64Array(cellCount);
  for (let day = problem.days - 1; day >= 0; day -= 1) {
    const from = day * cellCount;
    for (let cell = 0; cell < cellCount; cell += 1) {
      later[cell] = worthAfterDay(problem, cell, day);
      best[from + cell] = later[cell] ?? 0;
    }
    let next = problem.days;
    for (let gap = gaps.length - 1; gap >= 0; gap -= 1) {
      const then = day + (gaps[gap] ?? 1);
      if (then >= problem.days) continue;
      const [price, inTime] = [prices[then] ?? 0, chanceInTime(next - then, learner.attendance)];
      next = then;
      const index = indexOf(0, gap);
      const choice = choiceAt(day, gap, 0);
      const offset = then * cellCount;
      for (let cell = 0; cell < cellCount; cell += 1) {
        const at = index + cell;
        const known = valueAt(best, offset, success, at);
        const asked = known + valueAt(best, offset, lapse, at) - price * (seconds[at] ?? 0);
        const missed = later[cell] ?? 0;
        const value = missed + inTime * (asked - missed);
        later[cell] = value;
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

/** The value of asking on a day, less its price. */
export const pricedValue = (plan: PricedPlan, day: number, index: number): number =>
  askedValue(plan.values, plan.problem.transitions, day, index) -
  (plan.prices[day] ?? 0) * (plan.problem.transitions.seconds[index] ?? 0);

/** The values of meaning to meet a card on each day, less their price; a card that is not met is worth nothing. */
export function plannedMeetings({ problem, prices, values }: PricedPlan): Float64Array {
  const { everyDay, transitions } = problem;
  const cost = transitions.learner.seconds.first;
  const worths = Float64Array.from(prices, (price, day) => metValue(values, transitions, day) - price * cost);
  allowForMissedDays(worths, everyDay, 0);
  return worths;
}

/** The value of a first answer on the best of the days from one on; 0 where it is never worth its time. */
export const bestMeeting = (plan: PricedPlan, from: number): number =>
  plannedMeetings(plan).reduce((best, value, day) => (day < from ? best : Math.max(best, value)), 0);

import { cellCount, gaps, stabilityAt, stabilitySteps, stepOfCell, valueAt } from './grid.ts';
import type { Learner } from './learner.ts';
import { worth } from './objective.ts';
import type { Objective } from './objective.ts';
import { indexOf, ratings } from './transitions.ts';
import type { Transitions } from './transitions.ts';
import { chanceOfStudy, chancesOfStudy, worthWaiting } from './waiting.ts';

/** What a second of study costs on each of the days from today to the exam, in recall of one card. */
export type Prices = Float64Array;

/** The problem of a plan: the same for every card. */
export interface Problem {
  readonly transitions: Transitions;
  readonly objective: Objective;
  /** Days on which there may be study, today first: the days before the exam, or the exam day alone. */
  readonly days: number;
  /** For an answer on each day, the chances of study after each gap that ends before the exam. */
  readonly chancesAfter: readonly (readonly number[])[];
  /** Worth, if it is never asked again, of a card answered on a day, at `day * stabilitySteps + step`. */
  readonly worthAfter: Float64Array;
  /** The same for one last answered before today, at `gap * stabilitySteps + step`. */
  readonly worthBefore: Float64Array;
}

/**
 * The backward pass: what a card that was just answered on a day is worth on the exam day if it is asked again, on a day
 * with study, whenever that is worth its seconds and more than to wait on.
 */
export interface Values {
  /** At `day * cellCount + cell`. */
  readonly best: Float64Array;
  /** The value of asking after each next gap, -Infinity past the exam, at `choiceAt`. */
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
  return {
    transitions,
    objective,
    days,
    chancesAfter: Array.from({ length: days }, (_, day) => chancesAfter(transitions.learner, day, days)),
    worthAfter: worths(transitions, objective, days, (day) => -day),
    worthBefore: worths(transitions, objective, gaps.length, (gap) => gaps[gap] ?? 1),
  };
}

function chancesAfter(learner: Learner, day: number, days: number): readonly number[] {
  const starts = gaps.map((gap) => day + gap).filter((then) => then < days);
  return chancesOfStudy(learner, starts, days);
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

/** Fills the values for these prices, from the last day back to today, and on each from its longest gap to its shortest. */
export function passBackward({ problem, prices, values: { best, choices } }: PricedPlan): void {
  const { success, lapse, seconds } = problem.transitions;
  for (let day = problem.days - 1; day >= 0; day -= 1) {
    const from = day * cellCount;
    const chances = problem.chancesAfter[day] ?? [];
    for (let cell = 0; cell < cellCount; cell += 1) best[from + cell] = worthAfterDay(problem, cell, day);
    for (let gap = chances.length - 1; gap >= 0; gap -= 1) {
      const then = day + (gaps[gap] ?? 1);
      const [price, chance] = [prices[then] ?? 0, chances[gap] ?? 1];
      const index = indexOf(0, gap);
      const choice = choiceAt(day, gap, 0);
      const offset = then * cellCount;
      for (let cell = 0; cell < cellCount; cell += 1) {
        const at = index + cell;
        const known = valueAt(best, offset, success, at);
        const asked = known + valueAt(best, offset, lapse, at) - price * (seconds[at] ?? 0);
        choices[choice + cell] = asked;
        best[from + cell] = worthWaiting(best[from + cell] ?? 0, asked, chance);
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

/** The value of asking on a day, less its price; `index` as in `askedValue`. */
export const pricedValue = (
  { problem: { transitions }, prices, values }: PricedPlan,
  day: number,
  index: number,
): number =>
  askedValue(values, transitions, day, index) - (prices[day] ?? 0) * (transitions.seconds[index] ?? 0);

/** The same for a first answer. */
export const pricedMeeting = (
  { problem: { transitions }, prices, values }: PricedPlan,
  day: number,
): number => metValue(values, transitions, day) - (prices[day] ?? 0) * transitions.learner.seconds.first;

/** The value of meeting a card from a day on, whenever that is worth most; 0 where it is never worth its time. */
export function bestMeeting(plan: PricedPlan, from: number): number {
  const { days, transitions } = plan.problem;
  let best = 0;
  for (let day = days - 1; day >= from; day -= 1)
    best = worthWaiting(best, pricedMeeting(plan, day), chanceOfStudy(transitions.learner, day, day + 1));
  return best;
}

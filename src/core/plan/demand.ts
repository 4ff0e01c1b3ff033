import { addAt, cellCount, gapPlace, gaps } from './grid.ts';
import { indexOf, ratings } from './transitions.ts';
import { choiceAt, plannedMeeting, plannedValue, worthAfterDay, worthUnasked } from './values.ts';
import type { PricedPlan } from './values.ts';

/** How many cards there are in which state: what a plan for all of them together needs to know. */
export interface Census {
  /** Cards not met yet. */
  readonly fresh: number;
  /** Cards by state and days since the last answer, at `indexOf` both. */
  readonly met: Float64Array;
  /** Cards by state that have been answered today. */
  readonly answered: Float64Array;
}

export const newCensus = (fresh: number): Census => ({
  fresh,
  met: new Float64Array(cellCount * gaps.length),
  answered: new Float64Array(cellCount),
});

/** Cards on their way to the exam: what they take on each day, and how many were answered on it by state. */
interface Flow extends PricedPlan {
  readonly seconds: Float64Array;
  readonly answered: Float64Array;
}

/**
 * The forward pass: the seconds that all cards together would take on each day, today first, if each were asked when
 * that is worth most at these prices.
 */
export function demand(plan: PricedPlan, census: Census): Float64Array {
  const { days } = plan.problem;
  const flow = { ...plan, seconds: new Float64Array(days), answered: new Float64Array(days * cellCount) };
  flow.answered.set(census.answered);
  meetFresh(flow, census.fresh);
  askMet(flow, census.met);
  for (let day = 0; day < days; day += 1) askAgain(flow, day);
  return flow.seconds;
}

function meetFresh(flow: Flow, fresh: number): void {
  const { problem, seconds, answered } = flow;
  const { days, transitions } = problem;
  const cost = transitions.learner.seconds.first;
  const options = new Float64Array(days);
  for (let day = 0; day < days; day += 1) options[day] = plannedMeeting(flow, day);
  shareOut(options, days, 0);
  for (let day = 0; day < days; day += 1) {
    const count = fresh * (options[day] ?? 0);
    seconds[day] = (seconds[day] ?? 0) + count * cost;
    ratings.forEach((_, index) => addAt(answered, day * cellCount, transitions.met, index, count));
  }
}

/** A day stands for those up to the next that is looked at; what is asked then is spread over them. */
function askMet(flow: Flow, met: Float64Array): void {
  const { days } = flow.problem;
  const starts = [0, ...gaps.filter((gap) => gap < days)];
  const options = new Float64Array(starts.length);
  gaps.forEach((elapsed, gap) => {
    const waited = starts.map((day) => gapPlace(elapsed + day).gap);
    for (let cell = 0; cell < cellCount; cell += 1) {
      const count = met[indexOf(cell, gap)] ?? 0;
      if (count < leastCount) continue;
      const rest = worthUnasked(flow.problem, cell, gap);
      for (let place = 0; place < starts.length; place += 1) {
        const index = indexOf(cell, waited[place] ?? 0);
        options[place] = plannedValue(flow, starts[place] ?? 0, index, rest);
      }
      shareOut(options, starts.length, rest);
      spreadOut(flow, { cell, count, starts, waited, options });
    }
  });
}

/** Cards of one state, by which of the days that are looked at they are asked on. */
interface Spread {
  readonly cell: number;
  readonly count: number;
  readonly starts: readonly number[];
  readonly waited: readonly number[];
  /** Shares of the days. */
  readonly options: Float64Array;
}

function spreadOut(flow: Flow, { cell, count, starts, waited, options }: Spread): void {
  const { days } = flow.problem;
  for (let place = 0; place < starts.length; place += 1) {
    const [start, end] = [starts[place] ?? 0, starts[place + 1] ?? days];
    const each = (count * (options[place] ?? 0)) / (end - start);
    if (each < leastCount) continue;
    const index = indexOf(cell, waited[place] ?? 0);
    for (let then = start; then < end; then += 1) ask(flow, then, index, each);
  }
}

function askAgain(flow: Flow, day: number): void {
  const { problem, values, answered } = flow;
  const options = new Float64Array(gaps.length);
  const within = gaps.filter((gap) => day + gap < problem.days).length;
  for (let cell = 0; cell < cellCount; cell += 1) {
    const at = day * cellCount + cell;
    const count = answered[at] ?? 0;
    if (count < leastCount) continue;
    for (let gap = 0; gap < within; gap += 1) options[gap] = values.choices[choiceAt(day, gap, cell)] ?? 0;
    shareOut(options, within, worthAfterDay(problem, cell, day));
    for (let gap = 0; gap < within; gap += 1)
      ask(flow, day + (gaps[gap] ?? 1), indexOf(cell, gap), count * (options[gap] ?? 0));
  }
}

/** Parts of a card that are left out for speed. */
const leastCount = 0.01;

function ask({ problem, seconds, answered }: Flow, day: number, index: number, count: number): void {
  if (count < leastCount) return;
  const { transitions } = problem;
  seconds[day] = (seconds[day] ?? 0) + count * (transitions.seconds[index] ?? 0);
  addAt(answered, day * cellCount, transitions.success, index, count);
  addAt(answered, day * cellCount, transitions.lapse, index, count);
}

/** Options that differ by this much recall are chosen almost alike often, so that cards in one state spread over days. */
const indifference = 0.004;
const negligible = 6;

/** Turns the values of the first `length` options into their shares, beside that of resting, which is worth `rest`. */
function shareOut(options: Float64Array, length: number, rest: number): void {
  let most = rest;
  for (let index = 0; index < length; index += 1) most = Math.max(most, options[index] ?? 0);
  let sum = Math.exp((rest - most) / indifference);
  for (let index = 0; index < length; index += 1) {
    const lack = (most - (options[index] ?? 0)) / indifference;
    const share = lack > negligible ? 0 : Math.exp(-lack);
    options[index] = share;
    sum += share;
  }
  for (let index = 0; index < length; index += 1) options[index] = (options[index] ?? 0) / sum;
}

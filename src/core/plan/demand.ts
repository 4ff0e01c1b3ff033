import { addAt, cellCount, gapPlace, gaps } from './grid.ts';
import { indexOf, ratings } from './transitions.ts';
import { choiceAt, pricedMeeting, pricedValue, worthAfterDay, worthUnasked } from './values.ts';
import type { PricedPlan } from './values.ts';
import { chancesOfStudy, worthWaiting } from './waiting.ts';

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
  const options = Float64Array.from({ length: days }, (_, day) => pricedMeeting(flow, day));
  shareOut(options, chancesOfStudy(transitions.learner, [...options.keys()], days), 0);
  for (let day = 0; day < days; day += 1) {
    const count = fresh * (options[day] ?? 0);
    seconds[day] = (seconds[day] ?? 0) + count * cost;
    ratings.forEach((_, index) => addAt(answered, day * cellCount, transitions.met, index, count));
  }
}

/** A day stands for those up to the next that is looked at; what is asked then is spread over them. */
function askMet(flow: Flow, met: Float64Array): void {
  const { problem } = flow;
  const { days, transitions } = problem;
  const starts = [0, ...gaps.filter((gap) => gap < days)];
  const chances = chancesOfStudy(transitions.learner, starts, days);
  const options = new Float64Array(starts.length);
  gaps.forEach((elapsed, gap) => {
    const waited = starts.map((day) => gapPlace(elapsed + day).gap);
    for (let cell = 0; cell < cellCount; cell += 1) {
      const count = met[indexOf(cell, gap)] ?? 0;
      if (count < leastCount) continue;
      for (let place = 0; place < starts.length; place += 1) {
        const index = indexOf(cell, waited[place] ?? 0);
        options[place] = pricedValue(flow, starts[place] ?? 0, index);
      }
      shareOut(options, chances, worthUnasked(problem, cell, gap));
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
  const chances = problem.chancesAfter[day] ?? [];
  for (let cell = 0; cell < cellCount; cell += 1) {
    const at = day * cellCount + cell;
    const count = answered[at] ?? 0;
    if (count < leastCount) continue;
    for (let gap = 0; gap < chances.length; gap += 1)
      options[gap] = values.choices[choiceAt(day, gap, cell)] ?? 0;
    shareOut(options, chances, worthAfterDay(problem, cell, day));
    for (let gap = 0; gap < chances.length; gap += 1)
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

/** Where asking is worth this much recall more than to wait, most are asked, but not all: cards in one state spread. */
const indifference = 0.004;
const negligible = 6;

/**
 * Turns the values of asking, on the days that are looked at, into the shares of cards that are asked then: of those still
 * waiting, if there is study, about all for which asking is worth more than to wait on. What is never asked is worth `rest`.
 */
function shareOut(options: Float64Array, chances: readonly number[], rest: number): void {
  let waiting = rest;
  for (let place = chances.length - 1; place >= 0; place -= 1) {
    const asked = options[place] ?? 0;
    options[place] = (asked - waiting) / indifference;
    waiting = worthWaiting(waiting, asked, chances[place] ?? 1);
  }
  let left = 1;
  for (let place = 0; place < chances.length; place += 1) {
    const gain = options[place] ?? 0;
    const share = gain < -negligible ? 0 : (left * (chances[place] ?? 1)) / (1 + Math.exp(-gain));
    options[place] = share;
    left -= share;
  }
}

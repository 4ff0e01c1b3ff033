import type { Learner } from './learner.ts';

// Asking may wait for a better day, and the learner may not come on it: to wait is to take the first day with study on
// which asking is worth more than to wait on.

/** The chance that there is study on one of the days from one on, up to another. Who plans today, day 0, is here. */
export const chanceOfStudy = ({ attendance }: Learner, from: number, end: number): number =>
  from === 0 ? 1 : 1 - (1 - attendance) ** (end - from);

/** That chance for days that are looked at, each with those up to the next; the last up to `end`. */
export const chancesOfStudy = (learner: Learner, starts: readonly number[], end: number): readonly number[] =>
  starts.map((start, place) => chanceOfStudy(learner, start, starts[place + 1] ?? end));

/** What it is worth to wait for a day: there may be study on it, asking then is worth `asked`, and to wait on `waiting`. */
export const worthWaiting = (waiting: number, asked: number, chance: number): number =>
  asked > waiting ? waiting + chance * (asked - waiting) : waiting;

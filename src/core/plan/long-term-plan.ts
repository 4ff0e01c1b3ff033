import type { Day } from '../memory/day.ts';
import { interval } from '../memory/fsrs.ts';
import { greedyGain, greedyMeeting } from './greedy-plan.ts';
import type { Gain } from './index-table.ts';
import type { Learner } from './learner.ts';
import { rankAll } from './rank.ts';
import type { Candidate, Ranking } from './rank.ts';

/** A goal without a date: keep what is known above a recall, within the minutes. */
export interface LongTermGoal {
  readonly today: Day;
  readonly secondsToday: number;
  readonly secondsPerDay: number;
  /** The recall, 0..1, at which a card falls due. */
  readonly retention: number;
}

/**
 * Gains count a week ahead. Simulated: where time is short, to look 30 days ahead asks too early what is known still, and
 * knows 1 to 2 points less on any day; 5 to 14 days differ by half a point.
 */
const horizon = 7;
/** What comes before what where time suffices: the index of due cards, and of new ones, is raised by more than a gain can be. */
const dueFirst = 10;
const newNext = 1;

/**
 * If due cards would fill this share of today even if all came right, there is too little time to keep everything at
 * the recall that is wished. Simulated: to begin at a half knows as much or more than at 0.8 or 1.
 */
const fullDay = 0.5;

/**
 * Candidates in the order of a long-term plan: due cards by what an answer adds to recall a week ahead, then new cards
 * as far as the coming days have room for what follows from them, then cards that are due soon and would meet a day
 * that is full. Where time is short, due and new cards compete by what they add for each second: else what is forgotten
 * over and over would take all of it.
 */
export function rankForRetention(
  candidates: readonly Candidate[],
  goal: LongTermGoal,
  learner: Learner,
): Ranking {
  const waits = candidates.map((candidate) => daysUntilDue(candidate, goal, learner));
  const load = loadOf(waits, learner);
  const fresh = greedyMeeting(horizon, 0, learner);
  const isShort = (load[0] ?? 0) > fullDay * goal.secondsToday;
  const first = (gain: Gain, by: number): Gain => (isShort ? gain : raised(gain, by));
  const most = mostNewToday(candidates, goal, learner);
  let allowance = Math.floor(isShort ? most : Math.min(most, roomForNew(load, goal, learner)));
  return rankAll(candidates, ({ memory }, place) => {
    if (!memory) return (allowance -= 1) < 0 ? undefined : first(fresh, newNext);
    const elapsed = goal.today - memory.last;
    const wait = waits[place] ?? 0;
    if (elapsed < 1 || wait > longestPull) return undefined;
    const found = greedyGain(memory, elapsed, horizon, 0, learner);
    if (wait <= 0) return first(found, dueFirst);
    const isFull = (load[wait] ?? 0) > goal.secondsPerDay;
    return isFull && elapsed >= wait * pullable ? found : undefined;
  });
}

const raised = ({ gain, seconds }: Gain, by: number): Gain => ({ gain: gain + by * seconds, seconds });

/** A card may be asked this many days early, if that is a small part of its interval. */
const longestPull = 3;
const pullable = 7;

/** Days until a card falls due, 0 or less if it is; Infinity for a new card. */
function daysUntilDue(
  { memory }: Candidate,
  { today, retention }: LongTermGoal,
  { weights }: Learner,
): number {
  if (!memory) return Infinity;
  const wait = Math.max(1, Math.round(interval(retention, memory.stability, weights)));
  return memory.last + wait - today;
}

const daysAhead = 7;

/** Seconds that will fall due on each of the coming days; what is overdue counts today. */
function loadOf(waits: readonly number[], { seconds }: Learner): Float64Array {
  const load = new Float64Array(daysAhead);
  for (const wait of waits) {
    const day = Math.max(0, wait);
    if (day < daysAhead) load[day] = (load[day] ?? 0) + seconds.success;
  }
  return load;
}

/** The share of the coming days' time that reviews may fill before new cards have to wait. */
const mostReviews = 0.9;
/** The share of a day that may go into new cards, and the reviews that a new card brings within the days looked at. */
const mostNew = 0.67;
const reviewsOfNew = 2.5;

const mostNewToday = (
  candidates: readonly Candidate[],
  { today, secondsPerDay }: LongTermGoal,
  { seconds }: Learner,
): number => {
  const metToday = candidates.filter(({ memory }) => memory?.last === today && memory.reviews === 1).length;
  return Math.max(1, (mostNew * secondsPerDay) / seconds.first) - metToday;
};

/** How many new cards the coming days have room for, with what follows from them. */
function roomForNew(load: Float64Array, { secondsPerDay }: LongTermGoal, { seconds }: Learner): number {
  const room = mostReviews * daysAhead * secondsPerDay - load.reduce((sum, day) => sum + day, 0);
  return room / (seconds.first + reviewsOfNew * seconds.success);
}

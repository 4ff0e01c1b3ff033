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

/** Gains count as far ahead as this. */
const horizon = 30;
/** What comes before what: the index of due cards, and of new ones, is raised by more than a gain can be. */
const dueFirst = 10;
const newNext = 1;

/**
 * Candidates in the order of a long-term plan: due cards by what an answer adds to recall a month ahead, then new cards
 * as far as the coming days have room for what follows from them, then cards that are due soon and would meet a day
 * that is full.
 */
export function rankForRetention(
  candidates: readonly Candidate[],
  goal: LongTermGoal,
  learner: Learner,
): Ranking {
  const waits = candidates.map((candidate) => daysUntilDue(candidate, goal, learner));
  const load = loadOf(waits, learner);
  const fresh = greedyMeeting(horizon, 0, learner);
  let allowance = newAllowance(candidates, load, goal, learner);
  return rankAll(candidates, ({ memory }, place) => {
    if (!memory) return (allowance -= 1) < 0 ? undefined : raised(fresh, newNext);
    const elapsed = goal.today - memory.last;
    const wait = waits[place] ?? 0;
    if (elapsed < 1 || wait > longestPull) return undefined;
    const found = greedyGain(memory, elapsed, horizon, 0, learner);
    if (wait <= 0) return raised(found, dueFirst);
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

function newAllowance(
  candidates: readonly Candidate[],
  load: Float64Array,
  { today, secondsPerDay }: LongTermGoal,
  { seconds }: Learner,
): number {
  const room = mostReviews * daysAhead * secondsPerDay - load.reduce((sum, day) => sum + day, 0);
  const metToday = candidates.filter(({ memory }) => memory?.last === today && memory.reviews === 1).length;
  const perDay = Math.max(1, (mostNew * secondsPerDay) / seconds.first);
  return Math.floor(Math.min(perDay - metToday, room / (seconds.first + reviewsOfNew * seconds.success)));
}

import type { Day } from '../memory/day.ts';
import { bestOf } from './rank.ts';
import type { Candidate, Ranking } from './rank.ts';

/** A candidate with what decides whether it may share a day with others. */
export interface Task extends Candidate {
  /** Tasks about one fact have the same: a second new one waits for another day. */
  readonly fact: string;
  /** Names that it shares with what is easily confused with it: never two new ones of a name on one day. */
  readonly alike?: readonly string[];
  /** What should be met before it, by its place in the same list. */
  readonly after?: readonly number[];
}

/** A task chosen for today. */
export interface Pick {
  /** Its place in the list of tasks. */
  readonly task: number;
  readonly seconds: number;
}

/** What to do today, the most useful first. */
export interface DayPlan {
  /** What fits into the time. */
  readonly queue: readonly Pick[];
  /** What to go on with if there is time left. */
  readonly more: readonly Pick[];
  /** Expected seconds of the queue. */
  readonly seconds: number;
}

/** The time there is, and whether what is alike, and sides of one fact, are kept apart. */
export interface Room {
  readonly today: Day;
  readonly seconds: number;
  readonly apart: boolean;
}

/** What brings less than this for a second is not worth anybody's time. */
const leastIndex = 2e-5;
/** How many seconds' worth of tasks to go on with. */
const moreSeconds = 600;
/** More tasks than this are looked at only if rules of order leave too few. */
const usuallyEnough = 600;

/** Takes tasks from the best down while there is time, leaving out what must not share the day. */
export function pick(tasks: readonly Task[], ranking: Ranking, room: Room): DayPlan {
  const few = pickAmong(tasks, ranking, room, usuallyEnough);
  const isShort = few.more.length === 0 && tasks.length > usuallyEnough;
  return isShort ? pickAmong(tasks, ranking, room, tasks.length) : few;
}

function pickAmong(tasks: readonly Task[], ranking: Ranking, room: Room, count: number): DayPlan {
  const day = dayOf(tasks, room);
  const [queue, more]: [Pick[], Pick[]] = [[], []];
  let [seconds, planned] = [0, 0];
  const take = (task: number): void => {
    if (seconds >= room.seconds + moreSeconds || !isAdmitted(tasks, day, task)) return;
    const own = ranking.seconds[task] ?? 0;
    if (seconds < room.seconds) planned += own;
    (seconds < room.seconds ? queue : more).push({ task, seconds: own });
    seconds += own;
    addTo(day, tasks[task], task);
    for (const next of day.waiting.get(task) ?? []) take(next);
  };
  for (const task of bestOf(ranking, count)) {
    if ((ranking.index[task] ?? 0) >= leastIndex) take(task);
  }
  return { queue, more, seconds: planned };
}

/** What is done and planned for today so far. */
interface DayStanding {
  readonly apart: boolean;
  readonly taken: Set<number>;
  /** Names of what is met for the first time today. */
  readonly introduced: Set<string>;
  readonly facts: Set<string>;
  /** Tasks that were passed over, by what they wait for. */
  readonly waiting: Map<number, number[]>;
}

function dayOf(tasks: readonly Task[], { today, apart }: Room): DayStanding {
  const day: DayStanding = {
    apart,
    taken: new Set(),
    introduced: new Set(),
    facts: new Set(),
    waiting: new Map(),
  };
  for (const { memory, fact, alike } of tasks) {
    if (memory?.last !== today) continue;
    day.facts.add(fact);
    if (memory.reviews === 1) introduce(day, alike);
  }
  return day;
}

function introduce({ introduced }: DayStanding, alike: readonly string[] = []): void {
  for (const name of alike) introduced.add(name);
}

function addTo(day: DayStanding, task: Task | undefined, place: number): void {
  if (!task) return;
  day.taken.add(place);
  day.facts.add(task.fact);
  if (!task.memory) introduce(day, task.alike);
}

/** Whether a task may join the day. Only new ones may have to wait. */
function isAdmitted(tasks: readonly Task[], day: DayStanding, place: number): boolean {
  const task = tasks[place];
  if (!task || day.taken.has(place)) return false;
  if (task.memory || !day.apart) return true;
  if (day.facts.has(task.fact)) return false;
  if (task.alike?.some((name) => day.introduced.has(name))) return false;
  const missing = task.after?.find((before) => tasks[before]?.memory === undefined && !day.taken.has(before));
  if (missing === undefined || !tasks[missing]) return true;
  day.waiting.set(missing, [...(day.waiting.get(missing) ?? []), place]);
  return false;
}

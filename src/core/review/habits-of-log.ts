import type { CardId } from '../fact/fact.ts';
import type { Day } from '../memory/day.ts';
import type { Rating } from '../memory/fsrs.ts';
import type { Habits, TimeTaken } from '../plan/habits.ts';
import type { AnswerKind } from '../plan/learner.ts';
import { evidenceOf } from './evidence.ts';
import type { Given } from './standing.ts';
import { timeSpentMs } from './time-spent.ts';

/** A review with the time it was given at, where that is known. */
interface Timed extends Given {
  readonly wallUtcMs?: number;
}

/** What a log shows of habits so far: what they are on a day follows, and more reviews can be added. */
export interface HabitsSoFar extends Pick<Habits, 'first' | 'later' | 'times'> {
  /** Cards that were asked. */
  readonly met: ReadonlySet<CardId>;
  /** Days on which there was study. */
  readonly studied: ReadonlySet<Day>;
  /** The latest answer: how long its explanation was read shows with the next one. */
  readonly last?: { readonly review: Timed; readonly kind: AnswerKind };
}

const noTime: TimeTaken = { answers: 0, seconds: 0 };

export const nothingSeen: HabitsSoFar = {
  first: { again: 0, hard: 0, good: 0, easy: 0 },
  later: { again: 0, hard: 0, good: 0, easy: 0 },
  times: { first: noTime, success: noTime, lapse: noTime },
  met: new Set(),
  studied: new Set(),
};

/** Longer than this between an answer and the next item, and the explanation was not all that was read. */
const longestReadingMs = 60_000;

/** The habits that a log shows, given in its order. */
export const habitsOfLog = (reviews: readonly Timed[], today: Day): Habits =>
  habitsOn(habitsAfter(reviews), today);

/** What the log shows after more reviews, given in its order. */
export function habitsAfter(reviews: readonly Timed[], from: HabitsSoFar = nothingSeen): HabitsSoFar {
  const [first, later] = [{ ...from.first }, { ...from.later }];
  const times = {
    first: { ...from.times.first },
    success: { ...from.times.success },
    lapse: { ...from.times.lapse },
  };
  const [met, studied] = [new Set(from.met), new Set(from.studied)];
  let { last } = from;
  for (const review of reviews) {
    const { dayKey, payload } = review;
    const isFirst = !met.has(payload.card);
    if (last) addTime(times[last.kind], wholeTimeMs(last.review, review));
    (isFirst ? first : later)[ratingOf(payload)] += 1;
    met.add(payload.card);
    studied.add(dayKey);
    last = { review, kind: isFirst ? 'first' : laterKind(payload) };
  }
  return { first, later, times, met, studied, ...(last && { last }) };
}

/** The habits as they are on a day. */
export function habitsOn({ first, later, times, studied }: HabitsSoFar, today: Day): Habits {
  const before = [...studied].filter((day) => day < today);
  const start = before.reduce<number>((earliest, day) => Math.min(earliest, day), today);
  return { first, later, times, days: today - start, daysStudied: before.length };
}

/** As the answer looks: whether a right one was known does not matter here. */
function ratingOf(payload: Given['payload']): Rating {
  if (payload.marks < 0.5) return 'again';
  return evidenceOf(payload)[0]?.evidence.rating ?? 'good';
}

const laterKind = ({ marks }: Given['payload']): AnswerKind => (marks < 0.5 ? 'lapse' : 'success');

/** From the item's coming to the next one's: answering and reading what was right. Unknown at the end of a sitting. */
function wholeTimeMs(review: Timed, next: Timed): number | undefined {
  if (review.wallUtcMs === undefined || next.wallUtcMs === undefined) return undefined;
  const reading = next.wallUtcMs - next.payload.tookMs - review.wallUtcMs;
  if (reading < 0 || reading > longestReadingMs || review.payload.tookMs <= 0) return undefined;
  return timeSpentMs(review.payload) + reading;
}

type Draft = { -readonly [key in keyof TimeTaken]: TimeTaken[key] };

function addTime(time: Draft, ms: number | undefined): void {
  if (ms === undefined) return;
  time.answers += 1;
  time.seconds += ms / 1000;
}

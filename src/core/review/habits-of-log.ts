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

/** Longer than this between an answer and the next item, and the explanation was not all that was read. */
const longestReadingMs = 60_000;

/** The habits that a log shows, given in its order. */
export function habitsOfLog(reviews: readonly Timed[], today: Day): Habits {
  const first = { again: 0, hard: 0, good: 0, easy: 0 };
  const later = { again: 0, hard: 0, good: 0, easy: 0 };
  const times = { first: newTime(), success: newTime(), lapse: newTime() };
  const met = new Set<CardId>();
  const studied = new Set<Day>();
  let start: number = today;
  for (const [index, review] of reviews.entries()) {
    const { dayKey, payload } = review;
    const isFirst = !met.has(payload.card);
    (isFirst ? first : later)[ratingOf(payload)] += 1;
    addTime(times[isFirst ? 'first' : laterKind(payload)], wholeTimeMs(review, reviews[index + 1]));
    met.add(payload.card);
    if (dayKey < today) studied.add(dayKey);
    start = Math.min(start, dayKey);
  }
  return { first, later, times, days: today - start, daysStudied: studied.size };
}

/** As the answer looks: whether a right one was known does not matter here. */
function ratingOf(payload: Given['payload']): Rating {
  if (payload.marks < 0.5) return 'again';
  return evidenceOf(payload)[0]?.evidence.rating ?? 'good';
}

const laterKind = ({ marks }: Given['payload']): AnswerKind => (marks < 0.5 ? 'lapse' : 'success');

/** From the item's coming to the next one's: answering and reading what was right. Unknown at the end of a sitting. */
function wholeTimeMs(review: Timed, next: Timed | undefined): number | undefined {
  if (review.wallUtcMs === undefined || next?.wallUtcMs === undefined) return undefined;
  const reading = next.wallUtcMs - next.payload.tookMs - review.wallUtcMs;
  if (reading < 0 || reading > longestReadingMs || review.payload.tookMs <= 0) return undefined;
  return timeSpentMs(review.payload) + reading;
}

type Draft = { -readonly [key in keyof TimeTaken]: TimeTaken[key] };

const newTime = (): Draft => ({ answers: 0, seconds: 0 });

function addTime(time: Draft, ms: number | undefined): void {
  if (ms === undefined) return;
  time.answers += 1;
  time.seconds += ms / 1000;
}

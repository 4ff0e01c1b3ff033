import type { CardId } from '../fact/fact.ts';
import type { Day } from '../memory/day.ts';
import type { Rating } from '../memory/fsrs.ts';
import type { Habits } from '../plan/habits.ts';
import { evidenceOf } from './evidence.ts';
import type { Given } from './standing.ts';

/** The habits that a log shows, given in its order. */
export function habitsOfLog(reviews: readonly Given[], today: Day): Habits {
  const first = { again: 0, hard: 0, good: 0, easy: 0 };
  const later = { again: 0, hard: 0, good: 0, easy: 0 };
  const met = new Set<CardId>();
  const studied = new Set<Day>();
  let start: number = today;
  for (const { dayKey, payload } of reviews) {
    (met.has(payload.card) ? later : first)[ratingOf(payload)] += 1;
    met.add(payload.card);
    if (dayKey < today) studied.add(dayKey);
    start = Math.min(start, dayKey);
  }
  return { first, later, days: today - start, daysStudied: studied.size };
}

/** As the answer looks: whether a right one was known does not matter here. */
function ratingOf(payload: Given['payload']): Rating {
  if (payload.marks < 0.5) return 'again';
  return evidenceOf(payload)[0]?.evidence.rating ?? 'good';
}

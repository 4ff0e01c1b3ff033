import { addDays } from '../memory/day.ts';
import type { Day } from '../memory/day.ts';
import type { ReviewEvent } from '../review/log.ts';
import { timeSpentMs } from '../review/time-spent.ts';

/** What was done on one of the learner's days. */
export interface StudyDay {
  readonly day: Day;
  readonly reviews: number;
  readonly seconds: number;
}

/** Every day from `from` to `to`, both inclusive, the empty ones too. */
export function studyDays(reviews: readonly ReviewEvent[], from: Day, to: Day): readonly StudyDay[] {
  const done = new Map<Day, { reviews: number; ms: number }>();
  for (const { dayKey, payload } of reviews) {
    const sum = done.get(dayKey) ?? { reviews: 0, ms: 0 };
    sum.reviews += 1;
    sum.ms += timeSpentMs(payload);
    done.set(dayKey, sum);
  }
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => {
    const day = addDays(from, index);
    const { reviews: count, ms } = done.get(day) ?? { reviews: 0, ms: 0 };
    return { day, reviews: count, seconds: ms / 1000 };
  });
}

/** How regular the study has been, without a chain that one missed day could break. */
export interface Rhythm {
  /** Days with study among the last `of`. */
  readonly studied: number;
  readonly of: number;
  /** Days in a row up to today, or up to yesterday while today is still open. */
  readonly inARow: number;
}

export function rhythm(reviews: readonly ReviewEvent[], today: Day, of = 14): Rhythm {
  const days = new Set(reviews.map(({ dayKey }) => dayKey));
  const recent = Array.from({ length: of }, (_, back) => addDays(today, -back));
  let end = days.has(today) ? today : addDays(today, -1);
  let inARow = 0;
  while (days.has(end)) {
    inARow += 1;
    end = addDays(end, -1);
  }
  return { studied: recent.filter((day) => days.has(day)).length, of, inARow };
}

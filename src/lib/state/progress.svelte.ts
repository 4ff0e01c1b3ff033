import { coverage, coverageOf } from '#core/card/coverage.ts';
import type { Coverage, SubtopicCoverage } from '#core/card/coverage.ts';
import { forecast } from '#core/card/forecast.ts';
import type { DueOn } from '#core/card/forecast.ts';
import { addDays } from '#core/memory/day.ts';
import type { Day } from '#core/memory/day.ts';
import type { ReviewEvent } from '#core/review/log.ts';
import type { App } from './app.svelte.ts';

export interface ReviewsOn {
  readonly day: Day;
  readonly reviews: number;
}

/** What the learner has reached, counted from the log. */
export class Progress {
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  readonly whole: Coverage = $derived.by(() => {
    const { cards, log, today } = this.#app;
    return coverageOf(cards, log.memories, today);
  });

  readonly subtopics: readonly SubtopicCoverage[] = $derived.by(() => {
    const { base, cards, log, today } = this.#app;
    return base ? coverage(base, cards, log.memories, today) : [];
  });

  readonly coming: readonly DueOn[] = $derived.by(() => forecast(this.#app.memories, this.#app.today, 14));

  readonly past: readonly ReviewsOn[] = $derived.by(() =>
    reviewsPerDay(this.#app.log.reviews, this.#app.today, 28),
  );

  readonly daysStudied: number = $derived.by(
    () => new Set(this.#app.log.reviews.map(({ dayKey }) => dayKey)).size,
  );
}

/** Reviews on each of the last days, the oldest first, days without one included. */
export function reviewsPerDay(
  reviews: readonly ReviewEvent[],
  today: Day,
  days: number,
): readonly ReviewsOn[] {
  const counts = new Map<Day, number>();
  for (const { dayKey } of reviews) counts.set(dayKey, (counts.get(dayKey) ?? 0) + 1);
  return Array.from({ length: days }, (_, index) => {
    const day = addDays(today, index - days + 1);
    return { day, reviews: counts.get(day) ?? 0 };
  });
}

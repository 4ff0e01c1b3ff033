import { coverage, coverageOf } from '#core/card/coverage.ts';
import type { Coverage, SubtopicCoverage } from '#core/card/coverage.ts';
import { forecast } from '#core/card/forecast.ts';
import type { DueOn } from '#core/card/forecast.ts';
import type { App } from './app.svelte.ts';

/** A card that is recalled takes an average learner so long. */
const usualSeconds = 8;

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

  /** Within the day's minutes, as the plan asks. */
  readonly coming: readonly DueOn[] = $derived.by(() => {
    const { memories, today, queue, learner, settings } = this.#app;
    const seconds = learner?.seconds.success ?? usualSeconds;
    const later = Math.max(1, Math.floor((settings.current.dailyMinutes * 60) / seconds));
    return forecast(memories, today, 14, { today: queue?.due.length ?? later, later });
  });

  readonly daysStudied: number = $derived.by(() => this.#app.log.projection?.habits.studied.size ?? 0);
}

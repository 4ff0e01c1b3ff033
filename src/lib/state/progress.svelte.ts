import { coverage, coverageOf } from '#core/card/coverage.ts';
import type { Coverage, SubtopicCoverage } from '#core/card/coverage.ts';
import { forecast } from '#core/card/forecast.ts';
import type { DueOn } from '#core/card/forecast.ts';
import type { App } from './app.svelte.ts';

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

  readonly daysStudied: number = $derived.by(() => this.#app.log.projection?.habits.studied.size ?? 0);
}

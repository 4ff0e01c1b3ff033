import { addDays } from '#core/memory/day.ts';
import { rhythm, studyDays } from '#core/progress/calendar.ts';
import type { Statistics } from '#core/progress/statistics.ts';
import { trustedScript } from '#lib/pwa/trusted.ts';
import type { StatisticsRequest } from '#lib/worker/statistics.worker.ts';
// oxlint-disable-next-line import/default -- Vite makes the address of the worker's file
import workerUrl from '#lib/worker/statistics.worker.ts?worker&url';
import type { App } from './app.svelte.ts';

/** A day of the calendar. */
export interface MinutesOn {
  readonly day: ReturnType<typeof addDays>;
  readonly reviews: number;
  readonly minutes: number;
}

/** What the log says about its learner; the dear part is worked out in a worker. */
export class StatisticsState {
  readonly #app: App;
  #current = $state.raw<Statistics>();

  constructor(app: App) {
    this.#app = app;
    // Talks to the worker; a newer log ends the work on an older one.
    $effect(() => this.#work());
  }

  /** Undefined until it has been worked out. */
  get current(): Statistics | undefined {
    return this.#current;
  }

  /** The days of the last year. */
  readonly year: readonly MinutesOn[] = $derived.by(() => {
    const { log, today } = this.#app;
    return studyDays(log.reviews, addDays(today, -364), today).map(({ day, reviews, seconds }) => ({
      day,
      reviews,
      minutes: Math.ceil(seconds / 60),
    }));
  });

  /** How regular study has been of late. */
  readonly rhythm: { readonly studied: number; readonly of: number; readonly minutes: number } = $derived.by(
    () => {
      const { studied, of } = rhythm(this.#app.log.reviews, this.#app.today);
      return { studied, of, minutes: this.year.slice(-of).reduce((sum, { minutes }) => sum + minutes, 0) };
    },
  );

  #work(): (() => void) | undefined {
    const { base, log, today } = this.#app;
    if (!base || !log.read || log.reviews.length === 0) return undefined;
    const worker = new Worker(trustedScript(workerUrl), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Statistics>) => {
      this.#current = data;
      worker.terminate();
    });
    const request: StatisticsRequest = { topic: base.topic, reviews: log.reviews, today };
    worker.postMessage(request);
    return () => worker.terminate();
  }
}

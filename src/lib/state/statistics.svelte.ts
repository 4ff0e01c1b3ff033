import { addDays } from '#core/memory/day.ts';
import { rhythm, studyDays } from '#core/progress/calendar.ts';
import { trustedScript } from '#lib/pwa/trusted.ts';
import type { StatisticsAnswer, StatisticsRequest } from '#lib/worker/statistics.worker.ts';
// oxlint-disable-next-line import/default -- Vite makes the address of the worker's file
import workerUrl from '#lib/worker/statistics.worker.ts?worker&url';
import type { App } from './app.svelte.ts';

/** A day of the calendar. */
export interface MinutesOn {
  readonly day: ReturnType<typeof addDays>;
  readonly reviews: number;
  readonly minutes: number;
}

/** Minutes a day that are shown side by side. */
const usualMinutes = [5, 10, 20];

/** What the log says about its learner; the dear part is worked out in a worker. */
export class StatisticsState {
  readonly #app: App;
  #current = $state.raw<StatisticsAnswer>();

  constructor(app: App) {
    this.#app = app;
    // Talks to the worker; a newer log ends the work on an older one.
    $effect(() => this.#work());
  }

  /** Undefined until it has been worked out. */
  get current(): StatisticsAnswer | undefined {
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
    const { base, cards, log, settings, today } = this.#app;
    if (!base || !log.read || log.answers === 0) return undefined;
    if (!log.hasAllReviews) {
      void log.loadReviews();
      return undefined;
    }
    const worker = new Worker(trustedScript(workerUrl), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<StatisticsAnswer>) => {
      this.#current = data;
      worker.terminate();
    });
    const { examDay, current } = settings;
    const minutes = [...new Set([...usualMinutes, current.dailyMinutes])].toSorted((a, b) => a - b);
    const request: StatisticsRequest = {
      topic: base.topic,
      cards,
      reviews: log.reviews,
      memories: log.memories,
      suspended: log.shelf.suspended,
      today,
      weights: log.weights,
      ...(examDay !== undefined && examDay > today && { exam: { day: examDay, minutes } }),
    };
    worker.postMessage(request);
    return () => worker.terminate();
  }
}

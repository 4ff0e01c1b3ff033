import { createContext } from 'svelte';
import { topics } from 'virtual:topics';

import type { Queue, todaysQueue } from '#core/card/queue.ts';
import type { Base } from '#core/fact/base.ts';
import type { Card } from '#core/fact/fact.ts';
import type { Day } from '#core/memory/day.ts';
import type { TopicProblem } from '#lib/content/load-topic.ts';
import { today } from '#lib/storage/now.ts';
import { LearnerLog } from './log.svelte.ts';

/** `ready` means both the log and the facts are here. */
export type AppStatus = 'loading' | 'ready' | 'storage-failed' | 'content-failed';

/** The learner's log, the topic's facts, and what today asks of the two. */
export class App {
  readonly log = new LearnerLog();
  #base = $state.raw<Base>();
  #cards = $state.raw<readonly Card[]>([]);
  #planner = $state.raw<typeof todaysQueue>();
  #contentProblem = $state.raw<TopicProblem>();
  #today = $state<Day>(today());

  readonly settings = this.log.settings;
  /** The cards that the learner has not set aside. */
  readonly activeCards: readonly Card[] = $derived.by(() => {
    const { suspended } = this.log.shelf;
    return suspended.size === 0 ? this.#cards : this.#cards.filter(({ id }) => !suspended.has(id));
  });
  readonly secondsToday = $derived(secondsOn(this.log, this.#today));
  /** What to do today; undefined until the log, the facts and the planner are here. */
  readonly queue: Queue | undefined = $derived(
    this.#base && this.log.read ? this.#queueOf(this.#base) : undefined,
  );
  /** Nothing has ever been done here. */
  readonly isFirstVisit = $derived(this.log.read && this.log.reviews.length + this.log.sessions.length === 0);
  readonly status: AppStatus = $derived(this.#statusNow());

  get base(): Base | undefined {
    return this.#base;
  }

  /** Every card of the topic that can be asked. */
  get cards(): readonly Card[] {
    return this.#cards;
  }

  get today(): Day {
    return this.#today;
  }

  get contentProblem(): TopicProblem | undefined {
    return this.#contentProblem;
  }

  /** Call it once, in the browser. Returns what ends it. */
  start(): () => void {
    void this.log.open();
    void this.loadTopic();
    const tick = (): void => void (this.#today = today());
    const timer = setInterval(tick, 60_000);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
      this.log.close();
    };
  }

  async loadTopic(): Promise<void> {
    const [pack] = topics;
    if (!pack) return;
    this.#contentProblem = undefined;
    const { loadTopic, cardsOf } = await import('./engine.ts');
    const loaded = await loadTopic(pack);
    if (loaded.ok) {
      this.#cards = cardsOf(loaded.value);
      this.#base = loaded.value;
    } else {
      this.#contentProblem = loaded.problem;
    }
  }

  /** Resolves when `queue` can be read. */
  async loadPlanner(): Promise<void> {
    this.#planner ??= (await import('./planner.ts')).todaysQueue;
  }

  #statusNow(): AppStatus {
    if (this.log.problem) return 'storage-failed';
    if (this.#contentProblem) return 'content-failed';
    return this.log.read && this.#base ? 'ready' : 'loading';
  }

  #queueOf(base: Base): Queue | undefined {
    const { current, examDay } = this.settings;
    return this.#planner?.(base, this.activeCards, this.log.memories, this.#today, {
      minutes: current.dailyMinutes,
      spentSeconds: this.secondsToday,
      ...(examDay !== undefined && { examDay }),
    });
  }
}

export const [useApp, provideApp] = createContext<App>();

/** Longer than this and the learner was elsewhere. */
const longestLookMs = 60_000;

function secondsOn({ reviews }: LearnerLog, day: Day): number {
  const own = reviews.filter((review) => review.dayKey === day);
  return own.reduce((sum, { payload }) => sum + Math.min(payload.tookMs, longestLookMs), 0) / 1000;
}

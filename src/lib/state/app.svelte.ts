import { createContext } from 'svelte';
import { derivation } from 'virtual:derivation';
import type { TopicPack } from 'virtual:topics';

import type { Queue } from '#core/card/queue.ts';
import type { Base } from '#core/fact/base.ts';
import type { Card, CardId } from '#core/fact/fact.ts';
import { bansOf, noBans } from '#core/review/bans.ts';
import type { Bans } from '#core/review/bans.ts';
import type { Day } from '#core/memory/day.ts';
import type { Memory } from '#core/memory/replay.ts';
import type { OwnDeck } from '#core/own/deck-items.ts';
import type { Learner } from '#core/plan/learner.ts';
import type { TopicProblem } from '#lib/content/load-topic.ts';
import { timeSpentMs } from '#core/review/time-spent.ts';
import { now, today } from '#lib/storage/now.ts';
import type { SavedSession } from '#lib/storage/storage.ts';
import { LearnerLog } from './log.svelte.ts';
import type * as OwnDue from './own-due.ts';
import type * as Planner from './planner.ts';
import { OpenTopic } from './topic.svelte.ts';

/** `ready` means both the log and the facts are here. */
export type AppStatus = 'loading' | 'ready' | 'storage-failed' | 'content-failed';

/** The first card comes first. */
const verifyAfterMs = 3000;

/** The learner's log, the topic's facts, and what today asks of the two. */
export class App {
  readonly log = new LearnerLog(derivation);
  readonly #topic = new OpenTopic(() => this.log.sessions);
  #planner = $state.raw<typeof Planner>();
  #own = $state.raw<typeof OwnDue>();
  #moment = $state.raw(now());

  /** What the learner does not want to be asked. */
  readonly bans: Bans = $derived(this.base ? bansOf(this.log.bans, this.base.topic.id) : noBans);
  /** Every card of the topic that may be asked. */
  readonly cards: readonly Card[] = $derived(this.#topic.allowed(this.bans));

  readonly settings = this.log.settings;
  readonly #today: Day = $derived(today(this.settings.current.rollOverHour, this.#moment));
  /** The cards that the learner has not set aside. */
  readonly activeCards: readonly Card[] = $derived.by(() => {
    const { suspended } = this.log.shelf;
    return suspended.size === 0 ? this.cards : this.cards.filter(({ id }) => !suspended.has(id));
  });
  readonly secondsToday = $derived(secondsOn(this.log, this.#today));
  /** The learner as a plan sees one; undefined until the planner is here. */
  readonly learner: Learner | undefined = $derived(
    this.log.projection &&
      this.#planner?.learnerOfLog(this.log.projection.habits, this.#today, this.log.weights),
  );
  /** The learner's own decks: what is due of them has its share of the day's minutes. */
  readonly #decks: readonly OwnDeck[] = $derived(this.#own?.decksOf(this.log.others) ?? []);
  /** What to do today; undefined until the log, the facts and the planner are here. */
  readonly queue: Queue | undefined = $derived(
    this.base && this.log.read ? this.#queueOf(this.base) : undefined,
  );
  /** Nothing has ever been done here. */
  readonly isFirstVisit = $derived(this.log.read && this.log.answers + this.log.sessions.length === 0);
  readonly status: AppStatus = $derived(this.#statusNow());
  /** Sittings over the open topic, newest first. */
  readonly sessions: readonly SavedSession[] = $derived(
    this.log.sessions.filter(({ plan }) => plan.topic === this.topic?.id),
  );
  /** Memories of the open topic's cards: the log holds those of all topics. */
  readonly memories: ReadonlyMap<CardId, Memory> = $derived(memoriesOf(this.cards, this.log.memories));

  /** The topic that is open. */
  get topic(): TopicPack | undefined {
    return this.#topic.pack;
  }

  /** Its facts; undefined until they are here. */
  get base(): Base | undefined {
    return this.#topic.base;
  }

  /** Every card of the topic that can be asked, also those that the learner has banned. */
  get allCards(): readonly Card[] {
    return this.#topic.cards;
  }

  get today(): Day {
    return this.#today;
  }

  get contentProblem(): TopicProblem | undefined {
    return this.#topic.problem;
  }

  /** Call it once, in the browser. Returns what ends it. */
  start(): () => void {
    let verifying: ReturnType<typeof setTimeout> | undefined;
    void this.log.open().then(() => (verifying = setTimeout(() => void this.log.verify(), verifyAfterMs)));
    this.#topic.recall();
    this.#topic.follow(new URL(location.href));
    const tick = (): void => void (this.#moment = now());
    const timer = setInterval(tick, 60_000);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      clearTimeout(verifying);
      document.removeEventListener('visibilitychange', tick);
      this.log.close();
    };
  }

  /** The learner is at another address, perhaps of another topic. */
  follow(address: URL): void {
    this.#topic.follow(address);
  }

  /** Fetches the facts of the open topic. */
  loadTopic(): Promise<void> {
    return this.#topic.load();
  }

  /** Fetches what honours the learner's bans, if there are any. */
  loadAllowance(): Promise<void> {
    return this.#topic.loadAllowance(this.bans);
  }

  /** Resolves when `queue` can be read. */
  async loadPlanner(): Promise<void> {
    const hasDecks = this.log.others.some(({ type }) => type === 'deck');
    if (hasDecks) this.#own ??= await import('./own-due.ts');
    this.#planner ??= await import('./planner.ts');
  }

  #statusNow(): AppStatus {
    if (this.log.problem) return 'storage-failed';
    if (this.contentProblem) return 'content-failed';
    return this.log.read && this.base ? 'ready' : 'loading';
  }

  #queueOf(base: Base): Queue | undefined {
    const { current, examDay } = this.settings;
    const { learner } = this;
    const left = current.dailyMinutes * 60 - this.secondsToday;
    const aside = this.#own?.secondsForDue(this.#decks, this.log.memories, this.#today, left) ?? 0;
    return this.#planner?.todaysQueue(base, this.activeCards, this.log.memories, this.#today, {
      minutes: current.dailyMinutes,
      spentSeconds: this.secondsToday + aside,
      ...(examDay !== undefined && { examDay }),
      laterShare: current.keepAfterExam ? 0.5 : 0,
      ...(learner && { learner }),
    });
  }
}

export const [useApp, provideApp] = createContext<App>();

function secondsOn({ reviews }: LearnerLog, day: Day): number {
  const own = reviews.filter((review) => review.dayKey === day);
  return own.reduce((sum, { payload }) => sum + timeSpentMs(payload), 0) / 1000;
}

const memoriesOf = (
  cards: readonly Card[],
  memories: ReadonlyMap<CardId, Memory>,
): ReadonlyMap<CardId, Memory> =>
  new Map(
    cards.flatMap(({ id }) => {
      const memory = memories.get(id);
      return memory ? [[id, memory]] : [];
    }),
  );

import { topics } from 'virtual:topics';
import type { TopicPack } from 'virtual:topics';

import type { Base } from '#core/fact/base.ts';
import type { Card } from '#core/fact/fact.ts';
import type { allowedCards } from '#core/review/allowed.ts';
import { isEmpty } from '#core/review/bans.ts';
import type { Bans } from '#core/review/bans.ts';
import type { TopicProblem } from '#lib/content/load-topic.ts';
import type { SavedSession } from '#lib/storage/storage.ts';
import { keepNote, readNote } from './note.ts';
import { topicAt } from './topic-at.ts';

/** A pack that has arrived, or the reason why it has not. */
type Arrival =
  | { readonly pack: TopicPack; readonly base: Base; readonly cards: readonly Card[] }
  | { readonly pack: TopicPack; readonly problem: TopicProblem };

/**
 * The topic that is open: the one that the address belongs to, else the one that was open last on this device. Its
 * facts follow; until they are here there is no base, never that of another topic.
 */
export class OpenTopic {
  readonly #sessions: () => readonly SavedSession[];
  #address = $state.raw<URL>();
  #last = $state.raw(topics[0]);
  #arrival = $state.raw<Arrival>();
  #allow = $state.raw<typeof allowedCards>();

  constructor(sessions: () => readonly SavedSession[]) {
    this.#sessions = sessions;
  }

  /** Undefined only in a build without content. */
  readonly pack: TopicPack | undefined = $derived.by(
    () => topicAt(this.#address, topics, this.#sessions()) ?? this.#last,
  );
  readonly #here: Arrival | undefined = $derived.by(() =>
    this.#arrival?.pack === this.pack ? this.#arrival : undefined,
  );
  readonly base: Base | undefined = $derived.by(() =>
    this.#here && 'base' in this.#here ? this.#here.base : undefined,
  );
  /** Every card of the topic that can be asked. */
  readonly cards: readonly Card[] = $derived.by(() =>
    this.#here && 'cards' in this.#here ? this.#here.cards : [],
  );
  readonly problem: TopicProblem | undefined = $derived.by(() =>
    this.#here && 'problem' in this.#here ? this.#here.problem : undefined,
  );

  /** The cards that may be asked although the learner has banned something; none until `loadAllowance` is done. */
  allowed(bans: Bans): readonly Card[] {
    if (isEmpty(bans)) return this.cards;
    return this.base && this.#allow ? this.#allow(this.base, this.cards, bans) : [];
  }

  /** Fetches what sorts banned cards out: only a learner who has banned something needs it. */
  async loadAllowance(bans: Bans): Promise<void> {
    if (!isEmpty(bans)) this.#allow ??= (await import('./allowance.ts')).allowedCards;
  }

  /** Takes up the topic that was open last. Call it once, in the browser, before `follow`. */
  recall(): void {
    const noted = readNote('harmattan.topic');
    this.#last = topics.find(({ id }) => id === noted) ?? topics[0];
  }

  /** The learner is at another address; a topic that the one before belonged to stays open. */
  follow(address: URL): void {
    this.#last = this.pack;
    this.#address = address;
  }

  /** Fetches the facts of the topic that is open, and remembers it. */
  async load(): Promise<void> {
    const { pack } = this;
    if (!pack) return;
    keepNote('harmattan.topic', pack.id);
    this.#arrival = undefined;
    const { loadTopic } = await import('./engine.ts');
    const loaded = await loadTopic(pack);
    const arrival = loaded.ok ? { pack, ...loaded.value } : { pack, problem: loaded.problem };
    // Another one may have been opened meanwhile, whose facts are here already.
    if (pack === this.pack) this.#arrival = arrival;
  }
}

import type { DeckFile } from '#core/import/deck-file.ts';
import { itemOfOwn, topicOfDeck } from '#core/own/deck-items.ts';
import type { OwnDeck } from '#core/own/deck-items.ts';
import { payloadOfDeck } from '#core/own/deck-event.ts';
import type { DeckEvent } from '#core/own/deck-event.ts';
import { deckEntries, deckStanding, itemOfCard } from '#core/own/deck-queue.ts';
import type { DeckStanding } from '#core/own/deck-queue.ts';
import { deckIdOf, decksOf } from '#core/own/decks.ts';
import type { SessionPlan } from '#core/session/plan.ts';
import { newSeed, newSessionId } from '#lib/storage/random.ts';
import type { App } from './app.svelte.ts';
import { Session } from './session.svelte.ts';
import type { ItemMaker } from './session.svelte.ts';

const sittingSize = 20;

/** The learner's own decks, as the log has them: their items are remembered like those of any topic. */
export class OwnDecks {
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** The one added to last first. */
  readonly all: readonly OwnDeck[] = $derived.by(() => decksOf(this.#app.log.events));

  find(id: string | null): OwnDeck | undefined {
    return this.all.find((deck) => deck.id === id);
  }

  standing(deck: OwnDeck): DeckStanding {
    return deckStanding(deck, this.#app.log.memories, this.#app.today);
  }

  /** Adds what a file holds, in one entry of the log: all of it or nothing. */
  async add(title: string, { items }: DeckFile): Promise<void> {
    await this.#tell({ kind: 'added', deck: deckIdOf(title), title, items });
  }

  /** Takes a deck away; answers that were given stay in the log, and count again when it comes back. */
  async remove({ id }: OwnDeck): Promise<void> {
    await this.#tell({ kind: 'removed', deck: id });
  }

  /** A new sitting over a deck, kept before its first item is shown. */
  async study(deck: OwnDeck): Promise<Session> {
    const { log, today } = this.#app;
    const seed = newSeed();
    const plan: SessionPlan = {
      v: 1,
      id: newSessionId(),
      kind: 'study',
      topic: topicOfDeck(deck.id),
      topicVersion: '',
      seed,
      startedDay: today,
      entries: deckEntries(deck, log.memories, today, { most: sittingSize, seed }),
      feedback: 'now',
    };
    await log.saveSession(plan, 'open');
    return this.#sitting(deck, plan);
  }

  /** Today's sitting over a deck that was left open; undefined when there is none. */
  left(deck: OwnDeck): Session | undefined {
    const topic = topicOfDeck(deck.id);
    const saved = this.#app.log.sessions.find(
      ({ plan, state }) => state === 'open' && plan.topic === topic && plan.startedDay === this.#app.today,
    );
    const session = saved && this.#sitting(deck, saved.plan);
    return session?.item ? session : undefined;
  }

  #sitting(deck: OwnDeck, plan: SessionPlan): Session {
    return new Session(this.#app, makerOf(deck), plan);
  }

  async #tell(event: DeckEvent): Promise<void> {
    await this.#app.log.record({ type: 'deck', payload: payloadOfDeck(event) });
  }
}

const makerOf =
  (deck: OwnDeck): ItemMaker =>
  ({ card, seed }) => {
    const item = itemOfCard(deck, card);
    return item && itemOfOwn(deck.id, item, seed);
  };

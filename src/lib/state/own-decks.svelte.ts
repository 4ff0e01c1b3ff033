import type { DeckFile } from '#core/import/deck-file.ts';
import type { OwnDeck } from '#core/own/deck-items.ts';
import { payloadOfDeck } from '#core/own/deck-event.ts';
import type { DeckEvent } from '#core/own/deck-event.ts';
import { deckStanding } from '#core/own/deck-queue.ts';
import type { DeckStanding } from '#core/own/deck-queue.ts';
import { deckIdOf, decksOf } from '#core/own/decks.ts';
import type { App } from './app.svelte.ts';

/** The learner's own decks, as the log has them: their items are remembered like those of any topic. */
export class OwnDecks {
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** The one added to last first. */
  readonly all: readonly OwnDeck[] = $derived.by(() => decksOf(this.#app.log.others));

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

  async #tell(event: DeckEvent): Promise<void> {
    await this.#app.log.record({ type: 'deck', payload: payloadOfDeck(event) });
  }
}

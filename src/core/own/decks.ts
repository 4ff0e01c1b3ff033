import { hashText } from '../item/random.ts';
import { inOrder } from '../log/order.ts';
import type { LogEvent } from '../review/event.ts';
import { parseDeckEvent } from './deck-event.ts';
import type { OwnDeck } from './deck-items.ts';
import type { DeckId, OwnItem } from './own-item.ts';

/** The deck of a title: a file that is brought again under the same title joins what is there, and memory goes on. */
export const deckIdOf = (title: string): DeckId =>
  `d-${hashText(title.normalize('NFC').trim().toLowerCase())}` as DeckId;

/** The decks as the log has them, the one added to last first. */
export function decksOf(events: Iterable<LogEvent>): readonly OwnDeck[] {
  const decks = new Map<DeckId, OwnDeck>();
  const told = [...events].filter(({ type }) => type === 'deck');
  for (const { type, payload } of inOrder(told)) {
    const event = type === 'deck' ? parseDeckEvent(payload) : undefined;
    if (!event) continue;
    const before = decks.get(event.deck);
    decks.delete(event.deck);
    if (event.kind === 'removed') continue;
    const { deck: id, title } = event;
    decks.set(id, { id, title, items: joined(before?.items ?? [], event.items) });
  }
  return [...decks.values()].toReversed();
}

/** Items with the same id keep their place and take the newer words. */
function joined(before: readonly OwnItem[], added: readonly OwnItem[]): readonly OwnItem[] {
  return [...new Map([...before, ...added].map((item) => [item.id, item])).values()];
}

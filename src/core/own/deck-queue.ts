import type { CardId } from '../fact/fact.ts';
import type { Day } from '../memory/day.ts';
import { recall } from '../memory/replay.ts';
import type { Memory } from '../memory/replay.ts';
import type { Entry } from '../session/plan.ts';
import { cardOfOwn, formOfOwn } from './deck-items.ts';
import type { OwnDeck } from './deck-items.ts';
import type { OwnItem } from './own-item.ts';

/** How a deck stands for its learner. */
export interface DeckStanding {
  /** Items that were asked before and are due. */
  readonly due: number;
  /** Items never asked. */
  readonly fresh: number;
  readonly total: number;
}

export function deckStanding(deck: OwnDeck, memories: ReadonlyMap<CardId, Memory>, today: Day): DeckStanding {
  const known = deck.items.map((item) => memories.get(cardOfOwn(deck.id, item).id));
  return {
    due: known.filter((memory) => memory && memory.due <= today).length,
    fresh: known.filter((memory) => memory === undefined).length,
    total: deck.items.length,
  };
}

/**
 * Seconds of today that are set aside for what is due of decks, at the pace of an average learner: at most half of what
 * is left, so that a large deck leaves room for the topic.
 */
export function secondsForDue(
  decks: readonly OwnDeck[],
  memories: ReadonlyMap<CardId, Memory>,
  today: Day,
  secondsLeft: number,
): number {
  const due = decks.reduce((sum, deck) => sum + deckStanding(deck, memories, today).due, 0);
  return Math.min(due * secondsEach, Math.max(0, secondsLeft) / 2);
}

/** For reading an item and answering it. */
const secondsEach = 12;

/** One sitting's worth of a deck: what is due, the least sure first, then new items, then what else is least sure. */
export function deckEntries(
  deck: OwnDeck,
  memories: ReadonlyMap<CardId, Memory>,
  today: Day,
  { most, seed }: { readonly most: number; readonly seed: number },
): readonly Entry[] {
  const ranked = deck.items.map((item) => {
    const { id } = cardOfOwn(deck.id, item);
    const memory = memories.get(id);
    return { item, card: id, group: groupOf(memory, today), recall: memory ? recall(memory, today) : 0 };
  });
  return ranked
    .toSorted((a, b) => a.group - b.group || a.recall - b.recall)
    .slice(0, most)
    .map(({ item, card }) => ({ card, form: formOfOwn(item), seed }));
}

const groupOf = (memory: Memory | undefined, today: Day): number => {
  if (!memory) return 1;
  return memory.due <= today ? 0 : 2;
};

/** The item that a card of a deck asks. */
export const itemOfCard = (deck: OwnDeck, card: CardId): OwnItem | undefined =>
  deck.items.find((item) => cardOfOwn(deck.id, item).id === card);

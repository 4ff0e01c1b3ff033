import { listOf, record, shortText, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { ownLimits } from './own-item.ts';
import type { DeckId, OwnItem } from './own-item.ts';
import { parseOwnItem } from './parse-own-item.ts';

/** What happens to decks of one's own, kept in the log as the payload of a `deck` event. */
export type DeckEvent =
  /** Items join a deck, which may be new; one with the id of another takes its place. */
  | {
      readonly kind: 'added';
      readonly deck: DeckId;
      readonly title: string;
      readonly items: readonly OwnItem[];
    }
  | { readonly kind: 'removed'; readonly deck: DeckId };

export interface DeckPayload {
  readonly v: number;
  readonly kind: string;
  readonly body: unknown;
}

/** Do not change the shape of a body without another version and a reader for this one. */
export const deckVersion = 1;

export const payloadOfDeck = ({ kind, ...body }: DeckEvent): DeckPayload => ({ v: deckVersion, kind, body });

const deckId = text<DeckId>(/^[\w-]{1,64}$/);

const added: Shape<Omit<Extract<DeckEvent, { kind: 'added' }>, 'kind'>> = record({
  deck: deckId,
  title: shortText(ownLimits.title),
  items: listOf(parseOwnItem, ownLimits.items),
});
const removed = record({ deck: deckId });

/** Reads what a `deck` event of the log says; undefined where a newer program wrote it or it makes no sense. */
export function parseDeckEvent({ v, kind, body }: DeckPayload): DeckEvent | undefined {
  if (v > deckVersion) return undefined;
  if (kind === 'added') {
    const read = added(body);
    return read && { kind, ...read };
  }
  const read = kind === 'removed' ? removed(body) : undefined;
  return read && { kind: 'removed', ...read };
}

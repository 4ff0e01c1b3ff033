import type { Card, CardId, FactId } from '../fact/fact.ts';
import type { TopicId } from '../fact/topic.ts';
import type { FormId } from '../item/item.ts';
import type { Day } from '../memory/day.ts';
import type { BanPayload, EventId, LogEvent } from './event.ts';
import { eventId } from '../log/envelope.ts';
import { inOrder } from '../log/order.ts';

/** A ban that stands, with the event that made it. */
export interface Ban extends BanPayload {
  readonly id: EventId;
  readonly day: Day;
}

/** The bans that have not been lifted, oldest first. */
export function activeBans(events: Iterable<LogEvent>): readonly Ban[] {
  const all = inOrder(events);
  const lifted = new Set(all.flatMap((event) => (event.type === 'unban' ? [event.payload.ban] : [])));
  return all.flatMap((event) => {
    const id = eventId(event);
    return event.type === 'ban' && !lifted.has(id) ? [{ ...event.payload, id, day: event.dayKey }] : [];
  });
}

/** What may not be asked, for quick look-up. */
export interface Bans {
  readonly faces: ReadonlySet<string>;
  /** `card form`. */
  readonly cardForms: ReadonlySet<string>;
  readonly facts: ReadonlySet<FactId>;
  readonly forms: ReadonlySet<FormId>;
  /** Cards of which a form or an item is banned. */
  readonly cards: ReadonlySet<CardId>;
}

export const noBans: Bans = {
  cards: new Set(),
  faces: new Set(),
  cardForms: new Set(),
  facts: new Set(),
  forms: new Set(),
};

export const isEmpty = ({ faces, cardForms, facts, forms }: Bans): boolean =>
  faces.size + cardForms.size + facts.size + forms.size === 0;

/** The bans of one topic. */
export function bansOf(list: readonly Ban[], topic: TopicId): Bans {
  const own = list.filter((ban) => ban.topic === topic);
  const of = (scope: Ban['scope']): readonly Ban[] => own.filter((ban) => ban.scope === scope);
  return {
    faces: new Set(of('item').map(({ face }) => face)),
    cardForms: new Set(of('card-form').map((ban) => cardForm(ban))),
    facts: new Set(of('fact').map(({ fact }) => fact)),
    forms: new Set(of('form').map(({ form }) => form)),
    cards: new Set([...of('item'), ...of('card-form')].map(({ card }) => card)),
  };
}

const cardForm = ({ card, form }: Pick<Ban, 'card' | 'form'>): string => `${card} ${form}`;

/** Whether a card may be asked in a form at all, before its item is made. */
export function mayAskIn(bans: Bans, card: Card, form: FormId): boolean {
  return (
    !bans.forms.has(form) &&
    !bans.facts.has(card.fact) &&
    !bans.cardForms.has(cardForm({ card: card.id, form }))
  );
}

import type { Base } from '../fact/base.ts';
import { factOfCard } from '../fact/fact.ts';
import type { FactId } from '../fact/fact.ts';
import type { FormId } from '../item/item.ts';
import { giveAway, telltaleOf } from '../item/leak.ts';
import type { Telltale } from '../item/leak.ts';
import { makeAllowed } from '../review/allowed.ts';
import type { Bans } from '../review/bans.ts';
import { cellOf } from './blueprint.ts';
import type { Askable } from './blueprint.ts';
import type { Entry } from './plan.ts';

/** What items are made of, and which may not be. */
export interface Store {
  readonly base: Base;
  readonly bans: Bans;
}

/** An entry with all that the choice of others must know of it. */
export interface Pick {
  readonly entry: Entry;
  readonly fact: FactId;
  /** Of all its cards. */
  readonly facts: readonly FactId[];
  readonly cell: string;
  readonly telltale: Telltale;
}

/** An entry as a pick, whatever the others are; undefined when the form cannot ask the card. */
export function lonePick(
  { base, bans }: Store,
  { card, fact }: Asked,
  form: FormId,
  seed: number,
): Pick | undefined {
  const item = makeAllowed(base, bans, card, form, seed);
  return (
    item && {
      entry: { card: card.id, form, seed },
      fact: fact.id,
      facts: item.cards.map(factOfCard),
      cell: cellOf(fact, card, form),
      telltale: telltaleOf(base, item),
    }
  );
}

/** Undefined when the form cannot ask the card, or when the item clashes with one of the others. */
export function pickOf(
  store: Store,
  asked: Asked,
  form: FormId,
  seed: number,
  others: readonly Pick[],
): Pick | undefined {
  const pick = lonePick(store, asked, form, seed);
  return pick && !clashes(pick, others) ? pick : undefined;
}

/** Whether a pick asks a fact that one of the others asks too, or the two would tell on each other. */
export const clashes = ({ facts, telltale }: Pick, others: readonly Pick[]): boolean =>
  others.some((other) => other.facts.some((id) => facts.includes(id)) || giveAway(telltale, other.telltale));

type Asked = Omit<Askable, 'forms'>;

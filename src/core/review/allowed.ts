import type { Base } from '../fact/base.ts';
import type { Card } from '../fact/fact.ts';
import { faceOf } from '../item/face.ts';
import { makeItem } from '../item/generate.ts';
import { formIds } from '../item/item.ts';
import type { FormId, Item } from '../item/item.ts';
import { mayAskIn } from './bans.ts';
import type { Bans } from './bans.ts';

/** Whether an item may be shown: none of the facts it rests on is banned, nor its very words. */
export function mayShow(bans: Bans, item: Item): boolean {
  return (
    !item.facts.some((fact) => bans.facts.has(fact)) &&
    (bans.faces.size === 0 || !bans.faces.has(faceOf(item)))
  );
}

/** The item for a card in a form, unless it is banned. */
export function makeAllowed(
  base: Base,
  bans: Bans,
  card: Card,
  form: FormId,
  seed: number,
): Item | undefined {
  if (!mayAskIn(bans, card, form)) return undefined;
  const item = makeItem(base, card, form, seed);
  return item && mayShow(bans, item) ? item : undefined;
}

/** The cards that at least one form may still ask. */
export function allowedCards(base: Base, cards: readonly Card[], bans: Bans): readonly Card[] {
  const { facts, forms, cards: touched } = bans;
  return cards.filter((card) => {
    if (facts.has(card.fact)) return false;
    if (forms.size === 0 && !touched.has(card.id)) return true;
    return formIds.some((form) => makeAllowed(base, bans, card, form, 1) !== undefined);
  });
}

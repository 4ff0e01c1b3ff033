import type { Base } from '../fact/base.ts';
import type { Card, CardId } from '../fact/fact.ts';
import { makeEasier } from './easier.ts';
import { makeItem } from './generate.ts';
import type { FormId, Item } from './item.ts';

/** All that an item follows from: what plans and reviews hold of it. */
export interface Recipe {
  readonly card: CardId;
  readonly form: FormId;
  readonly seed: number;
  /** Whether the card is asked by a smaller item; see `easier.ts`. */
  readonly easier?: true;
}

/** Makes the items of recipes, again and again the same; undefined where the cards or the base cannot make one any more. */
export function itemMaker(base: Base, cards: readonly Card[]): (recipe: Recipe) => Item | undefined {
  const byId = new Map(cards.map((card) => [card.id, card]));
  return ({ card: id, form, seed, easier }) => {
    const card = byId.get(id);
    return card && (easier ? makeEasier : makeItem)(base, card, form, seed);
  };
}

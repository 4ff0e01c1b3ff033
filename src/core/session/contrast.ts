import type { Base } from '../fact/base.ts';
import type { Card, CardId, FactId } from '../fact/fact.ts';
import { makeItem } from '../item/generate.ts';
import type { Item } from '../item/item.ts';
import type { Confusion } from '../progress/confusions.ts';
import { studyPlan } from './plan.ts';
import type { Entry, SessionPlan, Sitting } from './plan.ts';

/** The facts whose values a learner takes for the right one, by card. */
export type Lures = ReadonlyMap<CardId, ReadonlySet<FactId>>;

/** The lures of every confusion that still happens. */
export function luresOf(confusions: readonly Confusion[]): Lures {
  const lures = new Map<CardId, Set<FactId>>();
  for (const { cards, lures: facts, settled } of confusions) {
    if (settled) continue;
    for (const card of cards) {
      const own = lures.get(card) ?? new Set();
      for (const fact of facts) own.add(fact);
      lures.set(card, own);
    }
  }
  return lures;
}

/** Seeds beside the sitting's own that are tried for an item that offers a lure. */
const tries = 40;

/**
 * The first seed from `seed` on with which the item offers what the learner takes for the right answer; undefined when
 * none of a few does. Items stay what their seed makes them: a confusion only chooses among seeds.
 */
export function seedOffering(
  make: (seed: number) => Item | undefined,
  seed: number,
  lures: ReadonlySet<FactId>,
): number | undefined {
  for (let tried = 0; tried < tries && lures.size > 0; tried += 1) {
    const item = make(seed + tried);
    if (item && offers(item, lures)) return seed + tried;
  }
  return undefined;
}

const offers = ({ options, repair }: Item, lures: ReadonlySet<FactId>): boolean =>
  [...options, ...(repair?.options ?? [])].some(
    ({ certificate }) => certificate?.belongsTo !== undefined && lures.has(certificate.belongsTo),
  );

/** A sitting of contrast items: "this or what you took for it?", for every card that has such an item. */
export function planContrast(
  base: Base,
  cards: readonly Card[],
  lures: Lures,
  sitting: Sitting,
): SessionPlan {
  const entries = cards.flatMap((card): readonly Entry[] => {
    const make = (seed: number) => makeItem(base, card, 'single-choice', seed);
    const seed = seedOffering(make, sitting.seed, lures.get(card.id) ?? new Set());
    return seed === undefined ? [] : [{ card: card.id, form: 'single-choice', seed }];
  });
  return studyPlan(base, sitting, entries);
}

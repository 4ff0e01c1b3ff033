import type { Base } from '../fact/base.ts';
import { cardId } from '../fact/fact.ts';
import type { Card, FactId } from '../fact/fact.ts';
import { makeItem } from '../item/generate.ts';
import { seedOffering } from '../session/contrast.ts';
import type { Entry } from '../session/plan.ts';
import type { Misconception } from './misconceptions.ts';

/**
 * A quiz on exactly what a class mixes up: for each pair the fact that was asked beside what was taken for its answer,
 * and the fact whose answer was taken beside what is right of the first. What cannot be asked so is asked typed or as
 * it was.
 */
export function followUp(
  base: Base,
  cards: readonly Card[],
  misconceptions: readonly Misconception[],
  seed: number,
): readonly Entry[] {
  const known = new Map(cards.map((card) => [card.id, card]));
  const pairs = misconceptions.flatMap(({ card: id, taken }) => {
    const card = known.get(id);
    return card ? [{ card, taken, back: taken.of && known.get(cardId(taken.of, card.facet)) }] : [];
  });
  const own = pairs.flatMap(
    ({ card, taken }) => contrast(base, card, taken.of, seed) ?? plain(base, card, seed) ?? [],
  );
  const asked = new Set(own.map(({ card }) => card));
  // A card that is mixed up itself is asked for that, not for another that is mixed up with it.
  const others = pairs.flatMap(({ card, back }) =>
    back && !asked.has(back.id) ? (contrast(base, back, card.fact, seed) ?? []) : [],
  );
  return [...new Map([...own, ...others].map((entry) => [entry.card, entry])).values()];
}

const contrastForms = ['single-choice', 'true-false', 'as-of', 'who-said'] as const;
const plainForms = ['typed', 'single-choice', 'cloze', 'true-false'] as const;

function contrast(base: Base, card: Card, lure: FactId | undefined, seed: number): Entry | undefined {
  if (lure === undefined) return undefined;
  for (const form of contrastForms) {
    const found = seedOffering((one) => makeItem(base, card, form, one), seed, new Set([lure]));
    if (found !== undefined) return { card: card.id, form, seed: found };
  }
  return undefined;
}

function plain(base: Base, card: Card, seed: number): Entry | undefined {
  const form = plainForms.find((one) => makeItem(base, card, one, seed) !== undefined);
  return form && { card: card.id, form, seed };
}

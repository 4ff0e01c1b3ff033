import type { ClassResults } from '../assignment/class-results.ts';
import { factOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import { factOfCard } from '../fact/fact.ts';
import type { Card, Fact, FactId } from '../fact/fact.ts';
import { valueIn } from '../fact/slot.ts';
import { languageOf } from '../language/index.ts';
import { valuePhrase } from '../item/phrase.ts';
import type { Entry } from '../session/plan.ts';

/** An item whose fact was corrected after it was asked. */
export interface Correction {
  readonly entry: Entry;
  readonly old: FactId;
  readonly by: FactId;
  /** What is right by the newer fact, in the words of an answer; empty where it has no such answer. */
  readonly text: string;
}

/** The facts that took the place of others, by the one that is gone. */
function successors({ topic }: Base): ReadonlyMap<FactId, Fact> {
  return new Map(topic.facts.flatMap((fact) => fact.supersedes.map((old) => [old, fact] as const)));
}

/** The items among these that a corrected fact touches. */
export function correctionsOf(
  base: Base,
  cards: readonly Pick<Card, 'id' | 'facet'>[],
  entries: readonly Entry[],
): readonly Correction[] {
  const next = successors(base);
  const facets = new Map(cards.map(({ id, facet }) => [id, facet]));
  return entries.flatMap((entry) => {
    const old = factOfCard(entry.card);
    const by = next.get(old);
    const facet = facets.get(entry.card);
    const value = by && facet && valueIn(factOf(base, by.id), facet);
    const text = value ? valuePhrase(base, languageOf(base.topic.language), value) : '';
    return by ? [{ entry, old, by: by.id, text }] : [];
  });
}

/** How many attempts answered an item. */
export const attemptsTouched = ({ rows, columns }: ClassResults, { entry }: Correction): number => {
  const place = columns.findIndex(({ card, form }) => card === entry.card && form === entry.form);
  return rows.filter(({ cells }) => cells[place]?.response !== undefined).length;
};

import type { Base } from '../fact/base.ts';
import type { Facet, Fact } from '../fact/fact.ts';
import { wordingOf } from './sentence.ts';

/** A predicate's stems say which of its facets are worth asking, and that the asked act happened once. */
export function mayAsk(base: Base, fact: Fact, facet: Facet): boolean {
  const { stems, choiceStems } = wordingOf(base, fact);
  const worded = stems[facet] !== undefined || choiceStems[facet] !== undefined;
  return worded && fact.ask !== 'never' && fact.rank !== 'deprecated' && !base.superseded.has(fact.id);
}

import { predicateOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import type { Facet, Fact } from '../fact/fact.ts';
import { rightAnswers } from '../fact/truth.ts';
import type { EntityId } from '../fact/value.ts';
import { descriptionOf } from './sentence.ts';

/** A fact that singles an entity out, with the noun phrase by which it does: "the general who led the talks". */
export interface Hop {
  readonly fact: Fact;
  /** The slot in which the entity stands. */
  readonly facet: Facet;
  readonly description: string;
}

/** Of something that many facts tell of, only so many are looked at. */
const mostFacts = 60;

/** Facts that single the entity out. */
export function hopsTo(base: Base, entity: EntityId): readonly Hop[] {
  return (base.factsByEntity.get(entity) ?? [])
    .slice(0, mostFacts)
    .flatMap((fact) => hopOver(base, fact, fact.subject === entity ? 'subject' : 'object') ?? []);
}

/** The way over a fact to what stands in one of its slots; undefined unless nothing else fits its description. */
export function hopOver(base: Base, fact: Fact, facet: Facet): Hop | undefined {
  const description = descriptionOf(base, fact, facet);
  const { functional, inverseFunctional } = predicateOf(base, fact);
  const isOnlyOne = facet === 'object' ? functional : facet === 'subject' && inverseFunctional;
  const isVouched = (fact.ask === 'plain' || fact.ask === 'as-of') && !base.superseded.has(fact.id);
  if (description === undefined || !isOnlyOne || !isVouched) return undefined;
  return rightAnswers(base, fact, facet).length === 1 ? { fact, facet, description } : undefined;
}

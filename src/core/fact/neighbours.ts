import { groupBy, valueKey } from './base.ts';
import type { Base } from './base.ts';
import { facets } from './fact.ts';
import type { Fact, FactId, Facet } from './fact.ts';
import { around, orderBy } from './ordered.ts';
import type { Ordered } from './ordered.ts';
import { valueIn } from './slot.ts';
import type { Value } from './value.ts';

/** A value with the facts that have it in a slot. */
export interface Used {
  readonly value: Value;
  readonly facts: readonly Fact[];
}

/** How many values are looked at on either side of the key. */
const reach = 24;

/**
 * Values like the one a fact has in a facet's slot, with the facts they belong to: dates of its precision and amounts of
 * its unit near it, texts and entities that fill this slot of this predicate elsewhere, those of near facts. Found in
 * O(log n) however large the base is.
 */
export function valuesNear(base: Base, fact: Fact, facet: Facet, key: Value): readonly Used[] {
  const { byRank, position } = indexOf(base);
  const rank = rankOf(key) ?? position.get(fact.id) ?? 0;
  const groups = slotsLike(facet, key).flatMap((slot) => groupsOf(fact, slot, key));
  return groups.flatMap((group) => around(byRank.get(group), rank, reach));
}

interface Index {
  /** Of each group, its values in order of date, of amount, or of the topic. */
  readonly byRank: ReadonlyMap<string, Ordered<Used>>;
  readonly position: ReadonlyMap<FactId, number>;
}

const indexes = new WeakMap<Base, Index>();

function indexOf(base: Base): Index {
  const known = indexes.get(base);
  if (known) return known;
  const position = new Map(base.topic.facts.map(({ id }, index) => [id, index]));
  const groups = groupBy(usesIn(base), ({ group }) => [group]);
  const index = {
    byRank: new Map([...groups].map(([group, uses]) => [group, inOrder(uses, position)])),
    position,
  };
  indexes.set(base, index);
  return index;
}

interface Use {
  readonly group: string;
  readonly value: Value;
  readonly fact: Fact;
}

function usesIn(base: Base): readonly Use[] {
  const askable = base.topic.facts.filter(
    ({ id, ask, rank }) => ask !== 'never' && rank !== 'deprecated' && !base.superseded.has(id),
  );
  return askable.flatMap((fact) =>
    facets.flatMap((slot) => {
      const value = valueIn(fact, slot);
      return value ? groupsOf(fact, slot, value).map((group) => ({ group, value, fact })) : [];
    }),
  );
}

function inOrder(uses: readonly Use[], position: ReadonlyMap<FactId, number>): Ordered<Used> {
  const used = [...groupBy(uses, ({ value }) => [valueKey(value)]).values()].flatMap((same) => {
    const value = same[0]?.value;
    return value ? [{ value, facts: same.map(({ fact }) => fact) }] : [];
  });
  return orderBy(used, ({ value, facts }) => rankOf(value) ?? placeOf(facts, position));
}

const placeOf = ([first]: readonly Fact[], position: ReadonlyMap<FactId, number>): number =>
  (first && position.get(first.id)) ?? 0;

/** A moment may be mistaken for any date that is told; every other facet only for what fills its own kind of slot. */
const slotsLike = (facet: Facet, key: Value): readonly Facet[] =>
  key.type === 'date' && facet === 'date' ? ['object', 'date'] : [key.type === 'date' ? 'object' : facet];

/** Dates and amounts are compared across predicates and within their own; all else only within one predicate. */
function groupsOf({ predicate }: Fact, slot: Facet, value: Value): readonly string[] {
  const own = `${slot} ${predicate}`;
  if (value.type === 'date') return [`${slot} ${value.date.precision}`, `${own} ${value.date.precision}`];
  return value.type === 'quantity' ? [value.unit, `${own} ${value.unit}`] : [own];
}

function rankOf(value: Value): number | string | undefined {
  if (value.type === 'date') return value.date.iso;
  return value.type === 'quantity' ? value.amount : undefined;
}

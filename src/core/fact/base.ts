import type { Entity, EntityKind } from './entity.ts';
import type { Fact, FactId } from './fact.ts';
import type { Predicate, PredicateId } from './predicate.ts';
import type { Source, SourceId } from './source.ts';
import type { Topic } from './topic.ts';
import type { EntityId, Value } from './value.ts';

/** A topic with the indexes that questions to it need. Built once per pack; never changed. */
export interface Base {
  readonly topic: Topic;
  readonly facts: ReadonlyMap<FactId, Fact>;
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly predicates: ReadonlyMap<PredicateId, Predicate>;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly factsByPredicate: ReadonlyMap<PredicateId, readonly Fact[]>;
  /** Facts in which an entity is subject, object or speaker. */
  readonly factsByEntity: ReadonlyMap<EntityId, readonly Fact[]>;
  readonly entitiesByKind: ReadonlyMap<EntityKind, readonly Entity[]>;
  /** Facts by `subject predicate`, by `predicate object`. */
  readonly factsBySubject: ReadonlyMap<string, readonly Fact[]>;
  readonly factsByObject: ReadonlyMap<string, readonly Fact[]>;
  /** Facts that a later fact has replaced: kept, shown, no longer asked. */
  readonly superseded: ReadonlySet<FactId>;
  /** Live facts that conflict with a fact, whichever of the two says so. */
  readonly rivals: ReadonlyMap<FactId, readonly Fact[]>;
}

export function indexTopic(topic: Topic): Base {
  const live = topic.facts.filter((fact) => fact.rank !== 'deprecated');
  return {
    topic,
    facts: new Map(topic.facts.map((fact) => [fact.id, fact])),
    entities: new Map(topic.entities.map((entity) => [entity.id, entity])),
    predicates: new Map(topic.predicates.map((predicate) => [predicate.id, predicate])),
    sources: new Map(topic.sources.map((source) => [source.id, source])),
    factsByPredicate: groupBy(live, (fact) => [fact.predicate]),
    factsByEntity: groupBy(live, entitiesOf),
    entitiesByKind: groupBy(topic.entities, (entity) => [entity.kind]),
    factsBySubject: groupBy(live, (fact) => [subjectKey(fact.subject, fact.predicate)]),
    factsByObject: groupBy(live, (fact) => [objectKey(fact.predicate, fact.object)]),
    superseded: new Set(live.flatMap((fact) => fact.supersedes)),
    rivals: rivalsIn(live),
  };
}

export const subjectKey = (subject: EntityId, predicate: PredicateId): string => `${subject} ${predicate}`;
export const objectKey = (predicate: PredicateId, object: Value): string =>
  `${predicate} ${valueKey(object)}`;

/** A string that is equal for equal values only. */
export function valueKey(value: Value): string {
  switch (value.type) {
    case 'entity':
      return value.id;
    case 'date':
      return value.date.iso;
    case 'quantity':
      return `${value.amount} ${value.unit}`;
    case 'text':
      return `"${value.text}"`;
  }
}

/** The entity's record; the parser has checked that every reference leads somewhere. */
export function entityOf(base: Base, id: EntityId): Entity {
  return present(base.entities.get(id), id);
}

export function predicateOf(base: Base, fact: Fact): Predicate {
  return present(base.predicates.get(fact.predicate), fact.predicate);
}

export function sourceOf(base: Base, id: SourceId): Source {
  return present(base.sources.get(id), id);
}

export function factOf(base: Base, id: FactId): Fact {
  return present(base.facts.get(id), id);
}

function present<T>(value: T | undefined, id: string): T {
  if (value === undefined) throw new RangeError(`Parse the topic before use: "${id}" is not in the base`);
  return value;
}

function rivalsIn(live: readonly Fact[]): ReadonlyMap<FactId, readonly Fact[]> {
  const said = groupBy(live, (fact) => fact.conflictsWith);
  const pairs = live.flatMap((fact) =>
    (said.get(fact.id) ?? []).flatMap((rival) => [[fact, rival] as const, [rival, fact] as const]),
  );
  const groups = groupBy(pairs, ([fact]) => [fact.id]);
  return new Map([...groups].map(([id, group]) => [id, [...new Set(group.map(([, rival]) => rival))]]));
}

function entitiesOf(fact: Fact): EntityId[] {
  const ids = new Set([fact.subject]);
  if (fact.object.type === 'entity') ids.add(fact.object.id);
  if (fact.accordingTo?.type === 'entity') ids.add(fact.accordingTo.id);
  return [...ids];
}

export function groupBy<K, T>(values: readonly T[], keysOf: (value: T) => readonly K[]): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    for (const key of keysOf(value)) {
      const group = groups.get(key);
      if (group) group.push(value);
      else groups.set(key, [value]);
    }
  }
  return groups;
}

import { entityOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import type { Entity, EntityKind } from '../fact/entity.ts';
import type { Fact } from '../fact/fact.ts';
import type { EntityId, PartialDate } from '../fact/value.ts';
import { foldText } from '../item/words.ts';
import { compareText, inOrderOfDate } from './chronology.ts';

/** Who acts or speaks, then where, in the order in which a directory lists them. */
const listedKinds: readonly EntityKind[] = [
  'person',
  'group',
  'organisation',
  'office',
  'force',
  'mission',
  'country',
  'media',
  'region',
  'area',
  'city',
  'base',
];

export interface DirectoryGroup {
  readonly kind: EntityKind;
  readonly entries: readonly DirectoryEntry[];
}

export interface DirectoryEntry {
  readonly entity: Entity;
  /** How many facts speak about it. */
  readonly facts: number;
}

/** A person in an office, for the time that the sources vouch for. */
export interface Tenure {
  readonly fact: Fact;
  readonly holder: Entity;
  readonly office: Entity;
  readonly from?: PartialDate;
  readonly to?: PartialDate;
  /** Known for this moment, where neither beginning nor end is known. */
  readonly asOf?: PartialDate;
}

/** All that the base has on one entity. */
export interface Profile {
  readonly entity: Entity;
  readonly tenures: readonly Tenure[];
  /** In order of date, tenures included. */
  readonly facts: readonly Fact[];
}

/** The people, bodies and places of which at least one fact speaks, by kind and name. */
export function directory(base: Base): readonly DirectoryGroup[] {
  const counts = factCounts(base);
  return listedKinds.flatMap((kind) => {
    const entries = (base.entitiesByKind.get(kind) ?? [])
      .map((entity) => ({ entity, facts: counts.get(entity.id) ?? 0 }))
      .filter(({ facts }) => facts > 0)
      .toSorted((a, b) => compareText(foldText(a.entity.name), foldText(b.entity.name)));
    return entries.length === 0 ? [] : [{ kind, entries }];
  });
}

/** Undefined when there is no such entity. */
export function profileOf(base: Base, id: EntityId): Profile | undefined {
  const entity = base.entities.get(id);
  if (!entity) return undefined;
  const facts = inOrderOfDate(
    base,
    liveFacts(base).filter((fact) => entitiesIn(fact).has(id)),
  );
  return { entity, tenures: facts.flatMap((fact) => tenureOf(base, fact, id) ?? []), facts };
}

/** The groups with the entries whose name, alias or description holds the words, whatever their case and accents. */
export function findInDirectory(groups: readonly DirectoryGroup[], words: string): readonly DirectoryGroup[] {
  const wanted = foldText(words);
  if (wanted === '') return groups;
  const holds = ({ entity: { name, aliases, description } }: DirectoryEntry): boolean =>
    foldText([name, ...aliases, description].join(' | ')).includes(wanted);
  return groups.flatMap(({ kind, entries }) => {
    const found = entries.filter(holds);
    return found.length === 0 ? [] : [{ kind, entries: found }];
  });
}

function tenureOf(base: Base, fact: Fact, id: EntityId): Tenure | undefined {
  if (fact.object.type !== 'entity' || !base.predicates.get(fact.predicate)?.temporal) return undefined;
  const [holder, office] = [entityOf(base, fact.subject), entityOf(base, fact.object.id)];
  if (holder.kind !== 'person' || office.kind !== 'office') return undefined;
  if (holder.id !== id && office.id !== id) return undefined;
  const { from, to, asOf } = fact;
  return {
    fact,
    holder,
    office,
    ...(from && { from }),
    ...(to && { to }),
    ...(asOf && !from && !to && { asOf }),
  };
}

function factCounts(base: Base): ReadonlyMap<EntityId, number> {
  const counts = new Map<EntityId, number>();
  for (const fact of liveFacts(base)) {
    for (const id of entitiesIn(fact)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

const liveFacts = ({ topic }: Base): readonly Fact[] =>
  topic.facts.filter((fact) => fact.rank !== 'deprecated');

/** Every entity that a fact names in any slot. */
export function entitiesIn(fact: Fact): ReadonlySet<EntityId> {
  const { subject, object, about, place, accordingTo, occasion } = fact;
  return new Set([
    subject,
    ...(object.type === 'entity' ? [object.id] : []),
    ...(typeof about === 'string' ? [about] : []),
    ...(place ? [place] : []),
    ...(accordingTo?.type === 'entity' ? [accordingTo.id] : []),
    ...(occasion ? [occasion] : []),
  ]);
}

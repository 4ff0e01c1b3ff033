import { entityOf, groupBy } from './base.ts';
import type { Base } from './base.ts';
import type { Entity, EntityKind } from './entity.ts';
import { foldText } from './fold-text.ts';
import { around, orderBy } from './ordered.ts';
import type { Ordered } from './ordered.ts';
import type { EntityId } from './value.ts';

/** How many entities are looked at on either side, and how many for each word they share. */
const reach = 20;

/**
 * Entities of one kind that are likely to be taken for a given one: described in the same uncommon words, close on the
 * map, or told of in the same part of the topic. Bounded, however many there are of the kind.
 */
export function kindredOf(base: Base, id: EntityId): readonly Entity[] {
  const entity = entityOf(base, id);
  const { byPlace, byLongitude, byLatitude, byWord, position } = indexOf(base, entity.kind);
  const [longitude, latitude] = entity.coordinates ?? [];
  const near = [
    ...(longitude === undefined ? [] : around(byLongitude, longitude, reach)),
    ...(latitude === undefined ? [] : around(byLatitude, latitude, reach)),
    ...around(byPlace, position.get(id) ?? 0, reach),
    ...sharing(byWord, entity),
  ];
  return [...new Set(near)].filter((other) => other.id !== id);
}

interface Index {
  readonly byPlace: Ordered<Entity>;
  readonly byLongitude: Ordered<Entity>;
  readonly byLatitude: Ordered<Entity>;
  readonly byWord: ReadonlyMap<string, readonly Entity[]>;
  /** Place in the topic's list of that kind. */
  readonly position: ReadonlyMap<EntityId, number>;
}

const indexes = new WeakMap<Base, Map<EntityKind, Index>>();

function indexOf(base: Base, kind: EntityKind): Index {
  const ofBase = indexes.get(base) ?? new Map<EntityKind, Index>();
  indexes.set(base, ofBase);
  const index = ofBase.get(kind) ?? buildIndex(base.entitiesByKind.get(kind) ?? []);
  ofBase.set(kind, index);
  return index;
}

function buildIndex(entities: readonly Entity[]): Index {
  const position = new Map(entities.map(({ id }, index) => [id, index]));
  const placed = entities.filter(({ coordinates }) => coordinates !== undefined);
  return {
    byPlace: orderBy(entities, ({ id }) => position.get(id) ?? 0),
    byLongitude: orderBy(placed, ({ coordinates }) => coordinates?.[0] ?? 0),
    byLatitude: orderBy(placed, ({ coordinates }) => coordinates?.[1] ?? 0),
    byWord: groupBy(entities, ({ description }) => wordsOf(description)),
    position,
  };
}

/** From the rarest word on; a word that half of the kind bears tells nothing and is cut short. */
function sharing(byWord: ReadonlyMap<string, readonly Entity[]>, { description }: Entity): readonly Entity[] {
  const bearers = wordsOf(description).map((word) => byWord.get(word) ?? []);
  const found = new Set<Entity>();
  for (const group of bearers.toSorted((a, b) => a.length - b.length)) {
    for (const other of group.slice(0, reach)) found.add(other);
    if (found.size > reach) break;
  }
  return [...found];
}

const wordsOf = (description: string): readonly string[] => [
  ...new Set(
    foldText(description)
      .split(' ')
      .filter((word) => word.length >= 4),
  ),
];

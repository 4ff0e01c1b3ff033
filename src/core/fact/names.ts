import type { Base } from './base.ts';
import { foldText } from './fold-text.ts';
import type { EntityId } from './value.ts';

/** The entities that a name, alias or transliteration may mean, whatever its case and accents. */
export function entitiesNamed(base: Base, name: string): readonly EntityId[] {
  return namesOf(base).get(foldText(name)) ?? [];
}

const indexes = new WeakMap<Base, ReadonlyMap<string, readonly EntityId[]>>();

function namesOf(base: Base): ReadonlyMap<string, readonly EntityId[]> {
  const known = indexes.get(base);
  if (known) return known;
  const names = new Map<string, EntityId[]>();
  for (const { id, name, article, aliases } of base.topic.entities) {
    for (const form of new Set([id, name, `${article} ${name}`, ...aliases].map(foldText))) {
      names.set(form, [...(names.get(form) ?? []), id]);
    }
  }
  indexes.set(base, names);
  return names;
}

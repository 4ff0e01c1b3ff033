import type { Base } from '../fact/base.ts';
import type { Entity, EntityKind } from '../fact/entity.ts';
import type { EntityId } from '../fact/value.ts';
import { foldText } from './words.ts';

/** An entity with what it may be called, read once for all items. */
export interface Named {
  readonly entity: Entity;
  /** Name and aliases. */
  readonly names: readonly string[];
  /** The same, folded, with a space before and behind, so that whole words are found by `includes`. */
  readonly padded: readonly string[];
  /** A person's last name, unless an alias is just that. */
  readonly surname?: { readonly text: string; readonly padded: string };
}

/** What the entities of one kind are called. */
export interface NameTable {
  readonly all: readonly Named[];
  readonly byId: ReadonlyMap<EntityId, Named>;
  /** Who bears a folded name, and in whose names a folded word stands. */
  readonly bearers: ReadonlyMap<string, readonly Named[]>;
  readonly withWord: ReadonlyMap<string, readonly Named[]>;
}

const tables = new WeakMap<Base, Map<EntityKind, NameTable>>();

/** The names of a kind; found once for each base. */
export function namesOfKind(base: Base, kind: EntityKind): NameTable {
  const own = tables.get(base) ?? new Map<EntityKind, NameTable>();
  tables.set(base, own);
  const known = own.get(kind) ?? tabulate(base.entitiesByKind.get(kind) ?? []);
  own.set(kind, known);
  return known;
}

function tabulate(entities: readonly Entity[]): NameTable {
  const all = entities.map(named);
  const [bearers, withWord] = [new Map<string, Named[]>(), new Map<string, Named[]>()];
  for (const one of all) {
    for (const name of one.padded) add(bearers, name.trim(), one);
    for (const word of new Set(one.padded.flatMap((name) => name.trim().split(' '))))
      add(withWord, word, one);
  }
  return { all, byId: new Map(all.map((one) => [one.entity.id, one])), bearers, withWord };
}

function add(index: Map<string, Named[]>, key: string, one: Named): void {
  const known = index.get(key);
  if (known) known.push(one);
  else index.set(key, [one]);
}

function named(entity: Entity): Named {
  const names = [entity.name, ...entity.aliases];
  const last = entity.kind === 'person' ? (entity.name.split(' ').at(-1) ?? entity.name) : undefined;
  return {
    entity,
    names,
    padded: names.map(pad),
    ...(last !== undefined && !names.includes(last) && { surname: { text: last, padded: pad(last) } }),
  };
}

const pad = (name: string): string => ` ${foldText(name)} `;

/** Whether a last name stands in one of somebody's names. */
export const bears = ({ padded }: Named, surname: NonNullable<Named['surname']>): boolean =>
  padded.some((name) => name.includes(surname.padded));

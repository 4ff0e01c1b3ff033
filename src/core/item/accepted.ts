import { entityOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import type { Entity, EntityKind } from '../fact/entity.ts';
import type { Value } from '../fact/value.ts';
import type { Language } from '../language/language.ts';
import type { Entry } from './item.ts';
import { valuePhrase } from './phrase.ts';
import { foldText, mentions } from './words.ts';

/** What a typed response is held against. */
export interface Acceptance {
  readonly accepted: readonly string[];
  readonly rivals: readonly string[];
  readonly entry: Entry;
}

/** Kinds whose names people know and can type; the others are described rather than named. */
const typedKinds: ReadonlySet<EntityKind> = new Set([
  'person',
  'organisation',
  'media',
  'country',
  'region',
  'city',
  'area',
  'base',
]);

const mostTypedWords = 3;

/** Wordings that count as right for a value, and names it must not be taken for; undefined when it cannot be typed. */
export function acceptanceOf(base: Base, language: Language, value: Value): Acceptance | undefined {
  switch (value.type) {
    case 'entity':
      return acceptEntity(base, entityOf(base, value.id));
    case 'date':
      return {
        accepted: language.dateForms(value.date),
        rivals: [],
        entry: { type: 'date', date: value.date },
      };
    case 'quantity':
      return {
        accepted: [...new Set([valuePhrase(base, language, value), language.number(value.amount)])],
        rivals: [],
        entry: {
          type: 'amount',
          amount: value.amount,
          tolerance: value.approximate ? 0.1 * value.amount : 0,
        },
      };
    case 'text':
      if (foldText(value.text).split(' ').length > mostTypedWords) return undefined;
      return { accepted: [value.text, ...value.accept], rivals: [], entry: { type: 'words' } };
  }
}

function acceptEntity(base: Base, entity: Entity): Acceptance | undefined {
  if (!typedKinds.has(entity.kind)) return undefined;
  const peers = base.entitiesByKind.get(entity.kind) ?? [];
  const others = peers.filter((peer) => peer.id !== entity.id && !entity.overlaps.includes(peer.id));
  const theirs = new Set(others.flatMap(ownNames).map(foldText));
  const names = [...ownNames(entity), ...surnameOf(entity, others)];
  return {
    accepted: names.filter((name, index) => index === 0 || !theirs.has(foldText(name))),
    rivals: others.flatMap((other) => [...ownNames(other), ...surnameOf(other, [entity])]),
    entry: { type: 'words' },
  };
}

const ownNames = ({ name, aliases }: Entity): readonly string[] => [name, ...aliases];

/** A person's last name, where nobody else in the base bears it and no alias is just that. */
function surnameOf(entity: Entity, others: readonly Entity[]): readonly string[] {
  if (entity.kind !== 'person') return [];
  const surname = entity.name.split(' ').at(-1) ?? entity.name;
  const shared = others.flatMap(ownNames).some((name) => mentions(name, surname));
  return shared || ownNames(entity).includes(surname) ? [] : [surname];
}

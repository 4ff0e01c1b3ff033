import { entityOf, predicateOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import type { Entity, EntityKind } from '../fact/entity.ts';
import type { Fact } from '../fact/fact.ts';
import type { TextValue, Value } from '../fact/value.ts';
import type { Language } from '../language/language.ts';
import type { Entry } from './item.ts';
import { bears, namesOfKind } from './name-table.ts';
import type { Named, NameTable } from './name-table.ts';
import { valuePhrase } from './phrase.ts';
import { foldText } from './words.ts';

/** What a typed response is held against. */
export interface Acceptance {
  readonly accepted: readonly string[];
  /** Found only when asked for: they are as many as there are things of the class. */
  readonly rivals: () => readonly string[];
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

/**
 * Wordings that count as right for a value, and names it must not be taken for; undefined when it cannot be typed. A text
 * that is a fact's object is told from what the same predicate says of others: "Nigerien" from "Nigerian".
 */
export function acceptanceOf(
  base: Base,
  language: Language,
  value: Value,
  fact?: Fact,
): Acceptance | undefined {
  switch (value.type) {
    case 'entity':
      return acceptEntity(base, entityOf(base, value.id));
    case 'date':
      return {
        accepted: language.dateForms(value.date),
        rivals: none,
        entry: { type: 'date', date: value.date },
      };
    case 'quantity':
      return {
        accepted: [...new Set([valuePhrase(base, language, value), language.number(value.amount)])],
        rivals: none,
        entry: {
          type: 'amount',
          amount: value.amount,
          tolerance: value.approximate ? 0.1 * value.amount : 0,
        },
      };
    case 'text':
      if (foldText(value.text).split(' ').length > mostTypedWords) return undefined;
      return {
        accepted: [value.text, ...value.accept],
        rivals: () => (fact ? otherTexts(base, fact, value) : []),
        entry: { type: 'words' },
      };
  }
}

const none = (): readonly string[] => [];

/** What a predicate with one answer says of others, in the words that would be right there and are not here. */
function otherTexts(base: Base, fact: Fact, { text, accept }: TextValue): readonly string[] {
  if (!predicateOf(base, fact).functional) return [];
  const own = new Set([text, ...accept].map(foldText));
  return (base.factsByPredicate.get(fact.predicate) ?? [])
    .flatMap(({ object }) => (object.type === 'text' ? [object.text, ...object.accept] : []))
    .filter((other) => !own.has(foldText(other)));
}

function acceptEntity(base: Base, entity: Entity): Acceptance | undefined {
  if (!typedKinds.has(entity.kind)) return undefined;
  const table = namesOfKind(base, entity.kind);
  const own = table.byId.get(entity.id);
  if (!own) return undefined;
  const isOther = ({ entity: { id } }: Named): boolean => id !== entity.id && !entity.overlaps.includes(id);
  const isTaken = (folded: string): boolean => table.bearers.get(folded)?.some(isOther) ?? false;
  return {
    accepted: [
      ...own.names.filter((_, index) => index === 0 || !isTaken(own.padded[index]?.trim() ?? '')),
      ...(own.surname && !isShared(table, own.surname, isOther) ? [own.surname.text] : []),
    ],
    rivals: () =>
      table.all
        .filter(isOther)
        .flatMap(({ names, surname }) =>
          surname && !bears(own, surname) ? [...names, surname.text] : names,
        ),
    entry: { type: 'words' },
  };
}

/** Whether somebody else has the last name in one of their names. */
function isShared(
  { withWord }: NameTable,
  surname: NonNullable<Named['surname']>,
  isOther: (named: Named) => boolean,
): boolean {
  const [first = ''] = surname.padded.trim().split(' ');
  return (withWord.get(first) ?? []).some((other) => isOther(other) && bears(other, surname));
}

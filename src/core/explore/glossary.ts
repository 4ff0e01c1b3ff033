import type { Base } from '../fact/base.ts';
import type { Entity } from '../fact/entity.ts';
import type { EntityId } from '../fact/value.ts';
import { foldText } from '../item/words.ts';
import { compareText } from './chronology.ts';

/** One word of the topic and what it means. */
export interface GlossaryEntry {
  /** Unique in the glossary. */
  readonly id: string;
  readonly name: string;
  readonly short?: string;
  readonly french?: string;
  readonly meaning: string;
  /** What the base knows more about. */
  readonly entity?: EntityId;
  readonly aliases: readonly string[];
}

export interface GlossaryLetter {
  /** Upper case, without accent; "#" for names that begin with a figure. */
  readonly letter: string;
  readonly entries: readonly GlossaryEntry[];
}

/** The terms of the topic, and its agreements and matters that no term names, in order of the alphabet. */
export function glossary(base: Base): readonly GlossaryEntry[] {
  const { terms, entities } = base.topic;
  const named = new Set(terms.flatMap(({ entity }) => entity ?? []));
  const fromTerms = terms.map(({ id, term, ...rest }) => ({
    ...rest,
    id: `term-${id}`,
    name: term,
    aliases: (rest.entity && base.entities.get(rest.entity)?.aliases) ?? [],
  }));
  const fromEntities = entities.filter((entity) => !named.has(entity.id) && isWord(entity)).map(entryOf);
  return [...fromTerms, ...fromEntities].toSorted((a, b) => compareText(foldText(a.name), foldText(b.name)));
}

/** Entries whose name, short form, French form or alias holds the words, whatever their case and accents. */
export function findInGlossary(entries: readonly GlossaryEntry[], words: string): readonly GlossaryEntry[] {
  const wanted = foldText(words);
  const names = ({ name, short = '', french = '', aliases }: GlossaryEntry) =>
    foldText([name, short, french, ...aliases].join(' | '));
  return wanted === '' ? entries : entries.filter((entry) => names(entry).includes(wanted));
}

/** Sorted entries under their first letters. */
export function byLetter(entries: readonly GlossaryEntry[]): readonly GlossaryLetter[] {
  const letters = new Map<string, GlossaryEntry[]>();
  for (const entry of entries) {
    const letter = letterOf(entry.name);
    letters.set(letter, [...(letters.get(letter) ?? []), entry]);
  }
  return [...letters].map(([letter, own]) => ({ letter, entries: own }));
}

const letterOf = (name: string): string => {
  const first = foldText(name).charAt(0).toUpperCase();
  return /\p{L}/u.test(first) ? first : '#';
};

/** People, bodies and places are in the directory, events in the timeline. */
const isWord = ({ kind, name, description }: Entity): boolean =>
  (kind === 'agreement' || kind === 'thing') && foldText(description) !== foldText(name);

const entryOf = ({ id, name, description, aliases }: Entity): GlossaryEntry => ({
  id,
  name,
  meaning: description,
  entity: id,
  aliases,
});

import type { Base } from '../fact/base.ts';
import type { EntityKind } from '../fact/entity.ts';
import { languageOf } from '../language/index.ts';
import { toldOf } from './told.ts';

export type EntryKind = 'person' | 'body' | 'place' | 'thing' | 'term' | 'fact';

/** One thing that can be found. */
export interface SearchEntry {
  /** Unique among entries: the kind of record and its id. */
  readonly key: string;
  readonly kind: EntryKind;
  /** Id of the entity, term or fact. */
  readonly id: string;
  /** What names it: a name, a term, or the whole sentence of a fact. */
  readonly title: string;
  /** Other right names. */
  readonly also: string;
  /** What it says beside its title. */
  readonly text: string;
}

const kindOfEntity: Readonly<Record<EntityKind, EntryKind>> = {
  person: 'person',
  group: 'body',
  office: 'body',
  organisation: 'body',
  media: 'body',
  force: 'body',
  mission: 'body',
  country: 'place',
  region: 'place',
  city: 'place',
  area: 'place',
  base: 'place',
  agreement: 'thing',
  event: 'thing',
  statement: 'thing',
  thing: 'thing',
};

/** Everything in the base that a reader may look for. */
export function searchEntries(base: Base): readonly SearchEntry[] {
  const { entities, terms, facts, language } = base.topic;
  const { capitalise } = languageOf(language);
  return [
    ...entities.map(({ id, kind, name, aliases, description }) => ({
      key: `entity ${id}`,
      kind: kindOfEntity[kind],
      id,
      title: capitalise(name),
      also: aliases.join(' · '),
      text: description,
    })),
    ...terms.map(({ id, term, short, french, meaning }) => ({
      key: `term ${id}`,
      kind: 'term' as const,
      id,
      title: capitalise(term),
      also: [short, french].filter((name) => name !== undefined).join(' · '),
      text: meaning,
    })),
    ...facts.map((fact) => ({
      key: `fact ${fact.id}`,
      kind: 'fact' as const,
      id: fact.id,
      title: toldOf(base, fact),
      also: '',
      text: '',
    })),
  ];
}

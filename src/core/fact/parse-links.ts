import type { Conflict } from './conflict.ts';
import type { Denial, Fact } from './fact.ts';
import { idList, nearest } from './nearest.ts';
import type { Draft, Placed } from './parse-draft.ts';
import { child, refuse } from './parse-record.ts';
import type { Raw } from './parse-record.ts';
import type { Path } from './parse-problem.ts';
import type { Value } from './value.ts';

type ListName = 'subtopics' | 'entities' | 'predicates' | 'sources' | 'facts';

/** A mention of a record of one of the topic's lists, at a place below the mentioning record. */
interface Link {
  readonly list: ListName;
  readonly id: string;
  readonly path: Path;
}

/** Refuses every id that leads nowhere, and every record that names itself as its rival, part or predecessor. */
export function checkLinks(draft: Draft): void {
  for (const { record, raw } of draft.entities.placed) {
    const links = record.overlaps.map((id, index) => link('entities', id, 'overlaps', index));
    for (const each of links) checkLink(draft, raw, record.id, each);
  }
  for (const { record, raw } of draft.predicates.placed) {
    if (record.presupposes)
      checkLink(draft, raw, record.id, link('predicates', record.presupposes, 'presupposes'));
  }
  for (const fact of draft.facts.placed) {
    for (const each of linksOf(fact)) checkLink(draft, fact.raw, fact.record.id, each);
  }
  for (const { record, raw } of draft.terms.placed) {
    if (record.entity) checkLink(draft, raw, record.id, link('entities', record.entity, 'entity'));
  }
  for (const { record, raw } of draft.conflicts.placed) {
    for (const each of conflictLinks(record)) checkLink(draft, raw, record.id, each);
  }
}

function linksOf({ record: fact }: Placed<Fact>): readonly Link[] {
  const speaker = fact.accordingTo;
  return [
    link('subtopics', fact.subtopic, 'subtopic'),
    link('entities', fact.subject, 'subject'),
    link('predicates', fact.predicate, 'predicate'),
    ...valueLinks(fact.object, 'object'),
    ...(typeof fact.about === 'string' ? [link('entities', fact.about, 'about')] : []),
    ...(fact.place ? [link('entities', fact.place, 'place')] : []),
    ...(fact.occasion ? [link('entities', fact.occasion, 'occasion')] : []),
    ...(speaker?.type === 'entity' ? [link('entities', speaker.id, 'accordingTo')] : []),
    ...(speaker?.type === 'source' ? [link('sources', speaker.id, 'accordingTo', 'source')] : []),
    ...fact.references.map(({ source }, index) => link('sources', source, 'sources', index, 'source')),
    ...fact.supersedes.map((id, index) => link('facts', id, 'supersedes', index)),
    ...fact.conflictsWith.map((id, index) => link('facts', id, 'conflictsWith', index)),
    ...fact.denials.flatMap(denialLinks),
    ...fact.neverOffer.flatMap((value, index) => valueLinks(value, 'neverOffer', index)),
  ];
}

function conflictLinks({ facts, values }: Conflict): readonly Link[] {
  return [
    ...facts.map((id, index) => link('facts', id, 'facts', index)),
    ...values.flatMap(({ source }, index) =>
      source ? [link('sources', source, 'values', index, 'source')] : [],
    ),
  ];
}

const link = (list: ListName, id: string, ...path: Path): Link => ({ list, id, path });

function valueLinks(value: Value, ...path: Path): readonly Link[] {
  return value.type === 'entity' ? [link('entities', value.id, ...path)] : [];
}

function denialLinks({ value, reference }: Denial, index: number): readonly Link[] {
  return [
    ...valueLinks(value, 'denials', index, 'value'),
    link('sources', reference.source, 'denials', index, 'source'),
  ];
}

const singular: Readonly<Record<ListName, string>> = {
  subtopics: 'subtopic',
  entities: 'entity',
  predicates: 'predicate',
  sources: 'source',
  facts: 'fact',
};

const home: Readonly<Record<ListName, string>> = {
  subtopics: 'topic.yaml',
  entities: 'entities.yaml',
  predicates: 'a file in content/predicates',
  sources: 'sources.yaml',
  facts: 'a file in facts/',
};

function checkLink(draft: Draft, raw: Raw, owner: string, { list, id, path }: Link): void {
  const place = path.reduce<Raw>((parent, key) => child(parent, key, id), raw);
  if (id === owner && ['overlaps', 'supersedes', 'conflictsWith'].some((key) => key === path[0])) {
    return refuse(place, undefined, {
      code: 'self-reference',
      message: `"${path[0]}" names ${owner} itself`,
      remedy: `name another ${singular[list]}, or remove it`,
    });
  }
  const { ids } = draft[list];
  if (ids.has(id)) return;
  const guess = nearest(id, ids);
  const meant = guess ?? (ids.size <= 8 ? idList(ids) : '');
  refuse(place, undefined, {
    code: 'unknown-id',
    message: `there is no ${singular[list]} "${id}"`,
    remedy: `${meant === '' ? 'correct the id' : `write ${meant}`}, or add it to ${home[list]}`,
  });
}

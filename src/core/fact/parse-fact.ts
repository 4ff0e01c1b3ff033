import { isRecord } from '../shape.ts';
import { askings, importances, ranks } from './fact.ts';
import type { Denial, Fact, FactId, Speaker, SubtopicId } from './fact.ts';
import { flawless, readList, readOneOf, readOptional, readRecord, readText, refuse } from './parse-record.ts';
import type { Raw } from './parse-record.ts';
import { readParagraph, readReference } from './parse-source.ts';
import { readAbout, readDate, readId, readValue } from './parse-value.ts';
import type { PredicateId } from './predicate.ts';
import type { EntityId } from './value.ts';

const keys = [
  'id',
  'subtopic',
  'subject',
  'predicate',
  'object',
  'about',
  'at',
  'from',
  'to',
  'asOf',
  'place',
  'accordingTo',
  'occasion',
  'ask',
  'importance',
  'rank',
  'sources',
  'supersedes',
  'conflictsWith',
  'denials',
  'neverOffer',
  'reviewBy',
  'note',
] as const;

/** Reads one entry under `facts:` of a fact file, to which the file's subtopic has been added. */
export function parseFact(raw: Raw): Fact | undefined {
  return flawless(raw, () => {
    const field = readRecord(raw, keys);
    return {
      id: readId<FactId>(field.id),
      subtopic: readId<SubtopicId>(field.subtopic),
      subject: readId<EntityId>(field.subject),
      predicate: readId<PredicateId>(field.predicate),
      object: readValue(field.object),
      ...readOptional('about', field.about, readAbout),
      ...readOptional('at', field.at, readDate),
      ...readOptional('from', field.from, readDate),
      ...readOptional('to', field.to, readDate),
      ...readOptional('asOf', field.asOf, readDate),
      ...readOptional('place', field.place, readId<EntityId>),
      ...readOptional('accordingTo', field.accordingTo, readSpeaker),
      ...readOptional('occasion', field.occasion, readId<EntityId>),
      ask: readDefault(field.ask, askings, 'plain'),
      importance: readDefault(field.importance, importances, 'supporting'),
      rank: readDefault(field.rank, ranks, 'normal'),
      references: readReferences(field.sources),
      supersedes: readList(field.supersedes).map((id) => readId<FactId>(id)),
      conflictsWith: readList(field.conflictsWith).map((id) => readId<FactId>(id)),
      denials: readList(field.denials).map(readDenial),
      neverOffer: readList(field.neverOffer).map(readValue),
      ...readOptional('reviewBy', field.reviewBy, readDate),
      ...readOptional('note', field.note, readText),
    };
  });
}

function readDefault<T extends string>(raw: Raw, choices: readonly [T, ...T[]], usual: T): T {
  return raw.value === undefined ? usual : readOneOf(raw, choices);
}

function readSpeaker(raw: Raw): Speaker {
  if (!isRecord(raw.value)) return { type: 'entity', id: readId(raw) };
  return { type: 'source', id: readId(readRecord(raw, ['source']).source) };
}

function readReferences(raw: Raw): Fact['references'] {
  const references = readList(raw).map(readReference);
  if (references.length > 0 || (raw.value !== undefined && !Array.isArray(raw.value))) return references;
  return refuse(raw, references, {
    code: 'no-source',
    message: 'the fact has no source',
    remedy: 'add `sources: [{ source: <id of sources.yaml>, paragraph: <number> }]`',
  });
}

function readDenial(raw: Raw): Denial {
  const field = readRecord(raw, ['value', 'source', 'paragraph']);
  return {
    value: readValue(field.value),
    reference: { source: readId(field.source), ...readOptional('paragraph', field.paragraph, readParagraph) },
  };
}

import {
  flawless,
  readNumber,
  readOneOf,
  readOptional,
  readRecord,
  readText,
  refuse,
} from './parse-record.ts';
import type { Raw } from './parse-record.ts';
import { readDate, readId } from './parse-value.ts';
import { sourceKinds } from './source.ts';
import type { Reference, Source, SourceId } from './source.ts';

const keys = [
  'id',
  'publisher',
  'title',
  'author',
  'date',
  'consulted',
  'url',
  'kind',
  'origin',
  'phrase',
] as const;

/** Reads one entry of sources.yaml. */
export function parseSource(raw: Raw): Source | undefined {
  return flawless(raw, () => {
    const field = readRecord(raw, keys);
    const id = readId<SourceId>(field.id);
    return {
      id,
      publisher: readText(field.publisher),
      ...readOptional('title', field.title, readText),
      ...readOptional('author', field.author, readText),
      ...(field.date.value === undefined && field.consulted.value !== undefined
        ? { consulted: readDate(field.consulted) }
        : { date: readDate(field.date) }),
      ...readOptional('url', field.url, readUrl),
      kind: readOneOf(field.kind, sourceKinds),
      origin: field.origin.value === undefined ? id : readText(field.origin),
      phrase: readText(field.phrase),
    };
  });
}

/** Reads `{ source, paragraph }`. */
export function readReference(raw: Raw): Reference {
  const field = readRecord(raw, ['source', 'paragraph']);
  return { source: readId(field.source), ...readOptional('paragraph', field.paragraph, readParagraph) };
}

export function readParagraph(raw: Raw): number {
  const paragraph = readNumber(raw);
  if (typeof raw.value !== 'number' || (Number.isInteger(paragraph) && paragraph >= 1)) return paragraph;
  return refuse(raw, paragraph, {
    code: 'wrong-type',
    message: `${paragraph} is not a paragraph`,
    remedy: 'count the paragraphs that are not blank from 1',
  });
}

function readUrl(raw: Raw): string {
  const text = readText(raw);
  if (text === '' || /^https?:\/\/\S+$/.test(text)) return text;
  return refuse(raw, text, {
    code: 'wrong-type',
    message: `"${text}" is not a web address`,
    remedy: 'write an address that starts with https:// or http://',
  });
}

import { flawless, readOptional, readRecord, readText } from './parse-record.ts';
import type { Raw } from './parse-record.ts';
import { readId } from './parse-value.ts';
import type { Term, TermId } from './term.ts';
import type { EntityId } from './value.ts';

/** Reads one entry of glossary.yaml. */
export function parseTerm(raw: Raw): Term | undefined {
  return flawless(raw, () => {
    const field = readRecord(raw, ['id', 'term', 'short', 'french', 'meaning', 'entity']);
    return {
      id: readId<TermId>(field.id),
      term: readText(field.term),
      ...readOptional('short', field.short, readText),
      ...readOptional('french', field.french, readText),
      meaning: readText(field.meaning),
      ...readOptional('entity', field.entity, readId<EntityId>),
    };
  });
}

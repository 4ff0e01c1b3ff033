import type { Conflict, ConflictId, Reported } from './conflict.ts';
import type { FactId } from './fact.ts';
import { flawless, readFlag, readList, readOptional, readRecord, readText } from './parse-record.ts';
import type { Raw } from './parse-record.ts';
import { readId } from './parse-value.ts';
import type { SourceId } from './source.ts';

/** Reads one entry of conflicts.yaml. */
export function parseConflict(raw: Raw): Conflict | undefined {
  return flawless(raw, () => {
    const field = readRecord(raw, ['id', 'title', 'kind', 'values', 'verdict', 'asking', 'rival', 'facts']);
    return {
      id: readId<ConflictId>(field.id),
      title: readText(field.title),
      kind: readText(field.kind),
      values: readList(field.values).map(readReported),
      verdict: readText(field.verdict),
      asking: readText(field.asking),
      ...(readFlag(field.rival) && { rival: true }),
      facts: readList(field.facts).map((id) => readId<FactId>(id)),
    };
  });
}

function readReported(raw: Raw): Reported {
  const field = readRecord(raw, ['value', 'source']);
  return { value: readText(field.value), ...readOptional('source', field.source, readId<SourceId>) };
}

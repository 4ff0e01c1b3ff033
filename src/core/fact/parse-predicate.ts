import { isRecord } from '../shape.ts';
import { entityKinds } from './entity.ts';
import type { EntityKind } from './entity.ts';
import {
  child,
  flawless,
  readFlag,
  readList,
  mappingOf,
  readOneOf,
  readOptional,
  readRecord,
  refuse,
} from './parse-record.ts';
import type { Raw } from './parse-record.ts';
import { readId } from './parse-value.ts';
import { readWording } from './parse-wording.ts';
import type { Predicate, PredicateId, Range, Wording } from './predicate.ts';

const marks = ['functional', 'inverseFunctional', 'complete', 'temporal'] as const;
const keys = ['id', 'domain', 'range', ...marks, 'presupposes', 'note'] as const;
const plainRanges = ['date', 'quantity', 'text'] as const;

/** Reads one entry of a file in content/predicates. */
export function parsePredicate(raw: Raw): Predicate | undefined {
  return flawless(raw, () => {
    const tags = languageTags(raw);
    const field = readRecord(raw, keys, tags);
    const range = readRange(field.range);
    return {
      id: readId<PredicateId>(field.id),
      domain: readKinds(field.domain),
      range,
      functional: readFlag(field.functional),
      inverseFunctional: readFlag(field.inverseFunctional),
      complete: readFlag(field.complete),
      temporal: readFlag(field.temporal),
      ...readOptional('presupposes', field.presupposes, readId<PredicateId>),
      wording: readWordings(raw, tags, range),
    };
  });
}

/** The keys that hold a wording: BCP 47 tags such as `en` or `fr-NE`. */
function languageTags(raw: Raw): readonly string[] {
  const own = Object.keys(mappingOf(raw)).filter((key) => !keys.some((known) => known === key));
  return own.filter((key) => /^[a-z]{2,3}(-\w{2,8})*$/.test(key));
}

function readWordings(raw: Raw, tags: readonly string[], range: Range): Readonly<Record<string, Wording>> {
  const fields = mappingOf(raw);
  if (tags.length === 0 && isRecord(raw.value)) {
    refuse(raw, undefined, {
      code: 'missing',
      message: 'the predicate has no wording',
      remedy: "add `en:` with `statement: '...'` and `stems:`",
    });
  }
  return Object.fromEntries(tags.map((tag) => [tag, readWording(child(raw, tag, fields[tag]), range)]));
}

function readKinds(raw: Raw): readonly EntityKind[] {
  const kinds = readList(raw).map((kind) => readOneOf(kind, entityKinds));
  if (kinds.length > 0 || (raw.value !== undefined && !Array.isArray(raw.value))) return kinds;
  return refuse(raw, kinds, {
    code: 'missing',
    message: `"${raw.path.at(-1)}" names no kind of entity`,
    remedy: `list one or more of ${entityKinds.join(', ')}`,
  });
}

function readRange(raw: Raw): Range {
  return typeof raw.value === 'string' ? readOneOf(raw, plainRanges) : readKinds(raw);
}

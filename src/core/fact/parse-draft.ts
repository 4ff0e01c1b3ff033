import { isRecord } from '../shape.ts';
import type { Conflict } from './conflict.ts';
import type { Entity } from './entity.ts';
import type { Fact } from './fact.ts';
import { child, refuse } from './parse-record.ts';
import type { Raw } from './parse-record.ts';
import type { Predicate } from './predicate.ts';
import type { Source } from './source.ts';
import type { Term } from './term.ts';
import type { Subtopic } from './topic.ts';

/** A record that was read, with the content it was read from. */
export interface Placed<T> {
  readonly record: T;
  readonly raw: Raw;
}

/** The records of a list that could be read, and the ids of all of them. */
export interface Listing<T> {
  readonly placed: readonly Placed<T>[];
  /** With those of records that have problems of their own, so that one slip is reported once. */
  readonly ids: ReadonlySet<string>;
}

/** A topic whose records are well-formed each for itself, before they are checked against each other. */
export interface Draft {
  readonly language: string;
  readonly subtopics: Listing<Subtopic>;
  readonly entities: Listing<Entity>;
  readonly predicates: Listing<Predicate>;
  readonly sources: Listing<Source>;
  readonly facts: Listing<Fact>;
  readonly terms: Listing<Term>;
  readonly conflicts: Listing<Conflict>;
}

/** Reads every record of a list and refuses an id that is used twice. */
export function draftList<T>(raws: readonly Raw[], parse: (raw: Raw) => T | undefined): Listing<T> {
  const ids = new Set<string>();
  for (const raw of raws) {
    const id = isRecord(raw.value) ? raw.value['id'] : undefined;
    if (typeof id !== 'string') continue;
    if (ids.has(id)) refuseDuplicate(child(raw, 'id', id), id);
    ids.add(id);
  }
  const placed = raws.flatMap((raw) => {
    const record = parse(raw);
    return record === undefined ? [] : [{ record, raw }];
  });
  return { placed, ids };
}

export const recordsOf = <T>(listing: Listing<T>): readonly T[] => listing.placed.map(({ record }) => record);

function refuseDuplicate(raw: Raw, id: string): void {
  refuse(raw, undefined, {
    code: 'duplicate-id',
    message: `the id "${id}" is used twice`,
    remedy: 'give this one another id, or remove it',
  });
}

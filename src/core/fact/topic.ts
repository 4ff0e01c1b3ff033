import type { Entity } from './entity.ts';
import type { Conflict } from './conflict.ts';
import type { Fact, SubtopicId } from './fact.ts';
import type { Predicate } from './predicate.ts';
import type { Source } from './source.ts';
import type { Term } from './term.ts';

export type TopicId = string & { readonly brand: 'TopicId' };

export type MapArea = readonly [west: number, south: number, east: number, north: number];

export interface Subtopic {
  readonly id: SubtopicId;
  readonly title: string;
}

/** Everything the program knows about one subject: the content of one pack. */
export interface Topic {
  readonly id: TopicId;
  readonly title: string;
  readonly description: string;
  /** BCP 47 tag of the content's language. */
  readonly language: string;
  /** Date of the content, shown to the learner and part of every item's identity. */
  readonly version: string;
  /** West, south, east and north of the part of the world that its map shows, in degrees. */
  readonly mapArea?: MapArea;
  readonly subtopics: readonly Subtopic[];
  readonly entities: readonly Entity[];
  readonly predicates: readonly Predicate[];
  readonly sources: readonly Source[];
  readonly facts: readonly Fact[];
  readonly terms: readonly Term[];
  readonly conflicts: readonly Conflict[];
}

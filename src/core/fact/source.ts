import type { PartialDate } from './value.ts';

export type SourceId = string & { readonly brand: 'SourceId' };

export const sourceKinds = [
  'agency-copy',
  'newspaper',
  'broadcaster',
  'government',
  'paraphrase',
  'reference',
  'report',
] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** A text that facts rest on. */
export interface Source {
  readonly id: SourceId;
  readonly publisher: string;
  /** Absent where the copy that was read shows none. */
  readonly title?: string;
  readonly author?: string;
  /** When it appeared; one of this and `consulted` is always there. */
  readonly date?: PartialDate;
  /** When it was read, for a page that bears no date. */
  readonly consulted?: PartialDate;
  readonly url?: string;
  readonly kind: SourceKind;
  /** Two copies of one agency text share an origin and count once. */
  readonly origin: string;
  /** Noun phrase that names it inside a sentence: "an AFP-based report of 17 March 2024". */
  readonly phrase: string;
}

/** Where in a source a fact stands. Paragraphs count non-blank lines from 1. */
export interface Reference {
  readonly source: SourceId;
  readonly paragraph?: number;
}

import type { EntityId } from './value.ts';

export type TermId = string & { readonly brand: 'TermId' };

/** A word that a reader of the topic should know. */
export interface Term {
  readonly id: TermId;
  readonly term: string;
  /** The usual abbreviation. */
  readonly short?: string;
  /** The French form, where much of the topic's press is French. */
  readonly french?: string;
  readonly meaning: string;
  /** The entity that the word names. */
  readonly entity?: EntityId;
}

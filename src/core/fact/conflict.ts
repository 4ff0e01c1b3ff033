import type { FactId } from './fact.ts';
import type { SourceId } from './source.ts';

export type ConflictId = string & { readonly brand: 'ConflictId' };

/** What one side of a conflict says. */
export interface Reported {
  readonly value: string;
  readonly source?: SourceId;
}

/** Where sources differ, kept as data: the values, what we make of them, and how it may be asked. */
export interface Conflict {
  readonly id: ConflictId;
  readonly title: string;
  /** What sort of difference it is: of date, of wording, of claim ... */
  readonly kind: string;
  readonly values: readonly Reported[];
  readonly verdict: string;
  /** How the matter may be asked, or why it is not. */
  readonly asking: string;
  /** Whether the values answer one question, so that a source which gives one gives none of the others. */
  readonly rival?: boolean;
  readonly facts: readonly FactId[];
}

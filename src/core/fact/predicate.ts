import type { EntityKind } from './entity.ts';
import type { Facet } from './fact.ts';

export type PredicateId = string & { readonly brand: 'PredicateId' };

/** What a predicate's object is: entities of some kinds, or a plain value. */
export type Range = readonly EntityKind[] | 'date' | 'quantity' | 'text';

/** Sentence patterns of a predicate in one language; the pattern language is described in content/README.md. */
export interface Wording {
  /** The whole fact as one sentence, ending in a full stop. */
  readonly statement: string;
  /** A question for each facet that may be asked, when exactly one answer is right. */
  readonly stems: Partial<Readonly<Record<Facet, string>>>;
  /** "Which of these ...?", for facets with several right answers of which an item offers one. */
  readonly choiceStems: Partial<Readonly<Record<Facet, string>>>;
  /** "Which of these ... not ...?", for facets whose value several facts share: asks for the one that does not fit. */
  readonly oddStems?: Partial<Readonly<Record<Facet, string>>>;
  /** "How many ...?", for a complete list: asks for the number of its values. */
  readonly countStem?: string;
  /** For an object that is a date: what happened then, as a noun phrase ("the announcement of the ceasefire"). */
  readonly event?: string;
  /** A noun phrase that tells who or what stands in a facet's slot by the rest of the fact ("the city where ..."). */
  readonly descriptions?: Partial<Readonly<Record<Facet, string>>>;
}

/** A kind of statement: what it joins, which logic holds for it, and how it is worded. */
export interface Predicate {
  readonly id: PredicateId;
  readonly domain: readonly EntityKind[];
  readonly range: Range;
  /** At one time a subject (with one `about`) has one value: any other value is refuted (law C1). */
  readonly functional: boolean;
  /** At one time an object belongs to one subject: any other subject is refuted (law C1). */
  readonly inverseFunctional: boolean;
  /** The base lists every value of a subject: a value not listed is refuted (law C4). */
  readonly complete: boolean;
  /** Whether the truth changes in time, so that refutation needs overlapping intervals and stems need a date. */
  readonly temporal: boolean;
  /** What holds between the same two beforehand: only such objects are worth offering ("reopened its border": "borders"). */
  readonly presupposes?: PredicateId;
  /** By language tag. */
  readonly wording: Readonly<Record<string, Wording>>;
}

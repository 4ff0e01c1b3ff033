import type { PredicateId } from './predicate.ts';
import type { Reference, SourceId } from './source.ts';
import type { EntityId, PartialDate, TextValue, Value } from './value.ts';

export type FactId = string & { readonly brand: 'FactId' };
export type SubtopicId = string & { readonly brand: 'SubtopicId' };

export const importances = ['core', 'supporting', 'detail'] as const;
export type Importance = (typeof importances)[number];

/** Wikidata's ranks: preferred values win, deprecated ones are kept but never asked. */
export const ranks = ['preferred', 'normal', 'deprecated'] as const;
export type Rank = (typeof ranks)[number];

/** How a fact may be asked: as it is, with its date, with its speaker, with both, or not at all. */
export const askings = ['plain', 'as-of', 'according-to', 'both', 'never'] as const;
export type Asking = (typeof askings)[number];

/** Who a claim comes from: somebody in the base, or the source itself. */
export type Speaker =
  | { readonly type: 'entity'; readonly id: EntityId }
  | { readonly type: 'source'; readonly id: SourceId };

/** An explicit negative with its source: this value is known to be wrong for the object slot (law C5). */
export interface Denial {
  readonly value: Value;
  readonly reference: Reference;
}

/** One sourced, dated statement: subject, predicate, object and qualifiers. The unit that everything else derives from. */
export interface Fact {
  readonly id: FactId;
  readonly subtopic: SubtopicId;
  readonly subject: EntityId;
  readonly predicate: PredicateId;
  readonly object: Value;
  /** What the statement is about, where the sentence needs a third part ("called *the US presence* unlawful"). */
  readonly about?: EntityId | TextValue;
  /** When it happened. */
  readonly at?: PartialDate;
  /** The first and last moment it was so, as far as the sources say. */
  readonly from?: PartialDate;
  readonly to?: PartialDate;
  /** The moment for which the source reports it. */
  readonly asOf?: PartialDate;
  readonly place?: EntityId;
  readonly accordingTo?: Speaker;
  /** The event (a statement, a visit) in which it was said or done; its own facts can refute speakers and dates. */
  readonly occasion?: EntityId;
  readonly ask: Asking;
  readonly importance: Importance;
  readonly rank: Rank;
  readonly references: readonly Reference[];
  readonly supersedes: readonly FactId[];
  readonly conflictsWith: readonly FactId[];
  readonly denials: readonly Denial[];
  /** Values that must not be offered as wrong options although the laws would allow it (fairness, rival counts). */
  readonly neverOffer: readonly Value[];
  /** From this day on somebody should look whether it still holds. */
  readonly reviewBy?: PartialDate;
  /** For authors only. */
  readonly note?: string;
}

/** The slot of a fact that an item asks for. */
export const facets = ['object', 'subject', 'about', 'date', 'place', 'speaker'] as const;
export type Facet = (typeof facets)[number];

/** Written `factId/facet`. */
export type CardId = string & { readonly brand: 'CardId' };

/** A fact asked for one facet: the thing a learner remembers, whatever the wording. */
export interface Card {
  readonly id: CardId;
  readonly fact: FactId;
  readonly facet: Facet;
}

export const cardId = (fact: FactId, facet: Facet): CardId => `${fact}/${facet}` as CardId;

/** The fact that a card asks: the way back from `cardId`. */
export const factOfCard = (card: CardId): FactId => card.slice(0, card.lastIndexOf('/')) as FactId;

/** The facet that a card asks for; undefined where a text is no card's name. */
export const facetOfCard = (card: CardId): Facet | undefined =>
  facets.find((facet) => card.endsWith(`/${facet}`));

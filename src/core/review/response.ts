import type { CardId } from '../fact/fact.ts';

/** A learner's own judgement where the program cannot mark (flashcard). */
export type SelfRating = 'again' | 'hard' | 'good' | 'easy';

/** A tile joined with a target. */
export interface Pair {
  readonly tile: string;
  readonly target: string;
}

/** How sure the learner is: 1 not very, 2 fairly, 3 very. */
export type Certainty = 1 | 2 | 3;

/** What the learner did with an item. */
export type Response =
  | {
      readonly type: 'choice';
      readonly option: string;
      /** For a rightly rejected statement: the option chosen to mend it. */ readonly repair?: string;
    }
  | { readonly type: 'multiple'; readonly options: readonly string[] }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'number'; readonly value: number }
  /** Ids of all tiles, first to last. */
  | { readonly type: 'order'; readonly order: readonly string[] }
  | { readonly type: 'match'; readonly pairs: readonly Pair[] }
  /** ISO date as precise as the axis. */
  | { readonly type: 'date'; readonly iso: string }
  | { readonly type: 'reveal'; readonly rating: SelfRating }
  | { readonly type: 'pass' };

/** The marks of one card of an item that asks several, 0..1. */
export interface PartialMarks {
  readonly card: CardId;
  readonly marks: number;
}

/** How a response was marked. */
export interface Score {
  /** 0 wrong .. 1 right. */
  readonly marks: number;
  /** `almost`: right but misspelt, or half right. */
  readonly verdict: 'right' | 'almost' | 'wrong';
  /** For an item that asks several cards: what each of them earned. */
  readonly parts?: readonly PartialMarks[];
}

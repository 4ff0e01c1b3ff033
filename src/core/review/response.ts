/** A learner's own judgement where the program cannot mark (flashcard). */
export type SelfRating = 'again' | 'hard' | 'good' | 'easy';

/** What the learner did with an item. */
export type Response =
  | {
      readonly type: 'choice';
      readonly option: string;
      /** For a rightly rejected statement: the option chosen to mend it. */ readonly repair?: string;
    }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'reveal'; readonly rating: SelfRating }
  | { readonly type: 'pass' };

/** How a response was marked. */
export interface Score {
  /** 0 wrong .. 1 right. */
  readonly marks: number;
  /** `almost`: right but misspelt, or half right. */
  readonly verdict: 'right' | 'almost' | 'wrong';
}

import { defaultWeights } from '../memory/fsrs.ts';
import type { Rating, Weights } from '../memory/fsrs.ts';

/** How often each rating is given; the shares need not add up to one. */
export type RatingShares = Readonly<Record<Rating, number>>;

/** What an answer's time depends on: whether the card is met for the first time, else whether it was recalled. */
export type AnswerKind = 'first' | 'success' | 'lapse';

/** What a plan supposes about a learner: how memory works, how answers fall out and how long they take. */
export interface Learner {
  readonly weights: Weights;
  /** Ratings of first answers. */
  readonly first: RatingShares;
  /** Ratings of later answers; `again` plays no part, for its chance follows from recall. */
  readonly later: RatingShares;
  /** Seconds for meeting a card, for an answer that is right, and for one that is wrong and put right. */
  readonly seconds: Readonly<Record<AnswerKind, number>>;
  /** The share of the announced days on which the learner does study, 0..1. */
  readonly attendance: number;
}

export const defaultLearner: Learner = {
  weights: defaultWeights,
  first: { again: 0.3, hard: 0.1, good: 0.5, easy: 0.1 },
  later: { again: 0, hard: 0.15, good: 0.75, easy: 0.1 },
  seconds: { first: 18, success: 8, lapse: 23 },
  attendance: 0.75,
};

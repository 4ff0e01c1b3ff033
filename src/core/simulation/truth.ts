import type { Rating } from '../memory/fsrs.ts';

/** A simulated learner's real memory of cards 0, 1, 2 ..., which no policy sees. Days count from 0. */
export interface Truth {
  /** The chance that a card is recalled on a day, or on a part of a day; 0 for one never met. */
  recall(card: number, day: number): number;
  /** The card was met or recalled on a day, or failed (`again`) and was then put right. */
  practise(card: number, day: number, rating: Rating): void;
}

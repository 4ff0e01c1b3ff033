import type { Rating } from '../memory/fsrs.ts';

/** What a simulated study is about. */
export interface Course {
  readonly facts: number;
  /** Days of study; the exam is on the day after the last. */
  readonly days: number;
  readonly minutes: number;
}

/** A rule that says what to ask. It sees answers and days, never the truth. Days count from 0. */
export interface Policy {
  /** Cards in the order in which to ask them today, until the minutes are used up. */
  queue(day: number): readonly number[];
  answered(card: number, day: number, rating: Rating): void;
}

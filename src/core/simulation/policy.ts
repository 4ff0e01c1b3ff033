import type { Rating } from '../memory/fsrs.ts';

/** What a policy takes an answer for: what the app makes of it, or plainly for a success or a lapse. */
export const evidenceKinds = ['mixture', 'naive'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What a simulated study is about. */
export interface Course {
  readonly facts: number;
  /** Days of study; the exam is on the day after the last. */
  readonly days: number;
  readonly minutes: number;
  readonly evidence: EvidenceKind;
}

/** An answer as it can be seen from outside. */
export interface Seen {
  readonly rating: Rating;
  /** The chance that a right answer was a guess, 0..1. */
  readonly guess: number;
}

/** A rule that says what to ask. It sees answers and days, never the truth. Days count from 0. */
export interface Policy {
  /** Cards in the order in which to ask them today, until the minutes are used up. */
  queue(day: number): readonly number[];
  answered(card: number, day: number, seen: Seen): void;
  /** The recall that it believes a card to have on a day, where it has such a belief. */
  belief?(card: number, day: number): number;
}

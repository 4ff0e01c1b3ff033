import type { Rating } from './fsrs.ts';

/**
 * What an answer says about a memory. `ifKnown` and `ifUnknown` are how likely this answer is from somebody who knows
 * and from somebody who does not: a lucky guess has an `ifUnknown` above 0, a slip an `ifKnown`.
 */
export interface Evidence {
  /** How well it was recalled, if it was. */
  readonly rating: Exclude<Rating, 'again'>;
  readonly ifKnown: number;
  readonly ifUnknown: number;
  /** The share of recall's gain in stability that such an answer brings, 0..1: recognising strengthens less. */
  readonly gain: number;
}

/** A rating as evidence that leaves no doubt: with it everything below is plain FSRS. */
export const evidenceOfRating: Readonly<Record<Rating, Evidence>> = {
  again: { rating: 'good', ifKnown: 0, ifUnknown: 1, gain: 1 },
  hard: { rating: 'hard', ifKnown: 1, ifUnknown: 0, gain: 1 },
  good: { rating: 'good', ifKnown: 1, ifUnknown: 0, gain: 1 },
  easy: { rating: 'easy', ifKnown: 1, ifUnknown: 0, gain: 1 },
};

/** Bayes: the chance that it was known, after an answer, where `belief` was that chance before it. */
export function chanceKnown(belief: number, { ifKnown, ifUnknown }: Evidence): number {
  const known = belief * ifKnown;
  const unknown = (1 - belief) * ifUnknown;
  if (known + unknown > 0) return known / (known + unknown);
  // The belief was certain and the answer denies it: the answer is believed.
  return ifKnown > ifUnknown ? 1 : 0;
}

import type { Rating } from '../memory/fsrs.ts';
import type { Random } from '../item/random.ts';

/** A standard normal number (Box and Muller). */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** One of the ratings, by their shares, which add up to 1. */
export function drawRating(shares: readonly (readonly [Rating, number])[], random: Random): Rating {
  let left = random();
  for (const [rating, share] of shares) {
    left -= share;
    if (left < 0) return rating;
  }
  return 'good';
}

/** Shares seen in large collections of reviews: of first answers, and of later ones that were right. */
export const firstRatings = [
  ['again', 0.24],
  ['hard', 0.094],
  ['good', 0.495],
  ['easy', 0.171],
] as const;
export const successRatings = [
  ['hard', 0.224],
  ['good', 0.631],
  ['easy', 0.145],
] as const;

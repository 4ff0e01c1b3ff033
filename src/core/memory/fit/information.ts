import type { Histories } from './histories.ts';

/** Recall at which answers are compared: that of a card that falls due. */
const usualRecall = 0.9;

/**
 * How many answers that leave no doubt the predictions before a place are worth: of each its Fisher information about
 * recall, as a share of that of an answer which nobody guesses. A choice of two tells a third as much.
 */
export function informationOf({ place, ifKnown, ifUnknown }: Histories, to: number): number {
  let sum = 0;
  for (let row = 0; row < place.length; row += 1) {
    const at = place[row] ?? -1;
    if (at >= 0 && at < to) sum += shareOf(ifKnown[row] ?? 0, ifUnknown[row] ?? 0);
  }
  return sum;
}

function shareOf(ifKnown: number, ifUnknown: number): number {
  const chance = usualRecall * ifKnown + (1 - usualRecall) * ifUnknown;
  const sharpness = (ifKnown - ifUnknown) ** 2 / (chance * (1 - chance));
  return Math.min(1, sharpness * usualRecall * (1 - usualRecall));
}

import type { Evidence } from '../memory/evidence.ts';
import { knownAtFirst } from './assumptions.ts';

/**
 * How much of what is new to the app its learner knows already: the likelihood, as logarithms, of each of the shares
 * that are considered. A class that knows six in ten and one that guesses give answers that look alike one by one, not
 * together.
 */
export type KnownBefore = readonly number[];

const shares: readonly number[] = [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.98];

/** Before any answer: a beta distribution. */
export const nothingAsked: KnownBefore = shares.map(
  (share) => (knownAtFirst.known - 1) * Math.log(share) + (knownAtFirst.unknown - 1) * Math.log(1 - share),
);

/** After a card's first answer. */
export const askedFirst = (before: KnownBefore, { ifKnown, ifUnknown }: Evidence): KnownBefore =>
  shares.map((share, index) => (before[index] ?? 0) + Math.log(share * ifKnown + (1 - share) * ifUnknown));

/** The share of new cards that is expected to be known: the mean over what is considered. */
export function shareKnown(before: KnownBefore): number {
  const most = Math.max(...before);
  let sum = 0;
  let total = 0;
  shares.forEach((share, index) => {
    const weight = Math.exp((before[index] ?? 0) - most);
    sum += share * weight;
    total += weight;
  });
  return sum / total;
}

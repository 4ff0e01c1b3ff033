import type { Truth } from '../truth.ts';

/**
 * A learner who forgets fast and nearly exponentially: little is left of what was not asked for a few days, whatever
 * FSRS with its long tail supposes. Spaced successes lengthen the half-life, lapses shorten it.
 */
export function fastTruth(cards: number): Truth {
  const halfLife = new Float64Array(cards);
  const last = new Float64Array(cards);
  const recall = (card: number, day: number): number => {
    const own = halfLife[card] ?? 0;
    return own === 0 ? 0 : 2 ** -(((day - (last[card] ?? 0)) / own) ** stretch);
  };
  return {
    recall,
    practise(card, day, rating) {
      const own = halfLife[card] ?? 0;
      const known = own === 0 ? 0 : recall(card, day);
      if (own === 0) halfLife[card] = first[rating];
      else if (rating === 'again') halfLife[card] = Math.max(first.again, own * 0.5);
      else halfLife[card] = own * (1 + growth[rating] * (1 - known));
      last[card] = day;
    },
  };
}

const stretch = 0.9;
const first = { again: 1, hard: 1.8, good: 2.8, easy: 4.5 } as const;
const growth = { hard: 3, good: 5, easy: 7 } as const;

import type { Truth } from '../truth.ts';

/**
 * A learner after DASH (Lindsey, Shroyer, Pashler and Mozer 2014): the odds of recall follow from how often the card was
 * practised and recalled in windows of a day, a week, a month and for ever. The windows fade instead of ending.
 */
export function dashTruth(cards: number): Truth {
  const practised = new Float64Array(cards * windows.length);
  const recalled = new Float64Array(cards * windows.length);
  const last = new Float64Array(cards).fill(Number.NaN);
  return {
    recall(card, day) {
      const days = day - (last[card] ?? Number.NaN);
      if (Number.isNaN(days)) return 0;
      const odds = windows.reduce((sum, window, index) => {
        const at = card * windows.length + index;
        const fade = Math.exp(-days / window.days);
        return (
          sum +
          window.practised * Math.log1p((practised[at] ?? 0) * fade) +
          window.recalled * Math.log1p((recalled[at] ?? 0) * fade)
        );
      }, bias);
      return 1 / (1 + Math.exp(-odds));
    },
    practise(card, day, rating) {
      const days = Number.isNaN(last[card] ?? Number.NaN) ? 0 : day - (last[card] ?? 0);
      windows.forEach((window, index) => {
        const at = card * windows.length + index;
        const fade = Math.exp(-days / window.days);
        practised[at] = (practised[at] ?? 0) * fade + 1;
        recalled[at] = (recalled[at] ?? 0) * fade + gains[rating];
      });
      last[card] = day;
    },
  };
}

const bias = -2.2;
const windows = [
  { days: 1, practised: 0.9, recalled: 0.6 },
  { days: 7, practised: 1.1, recalled: 0.9 },
  { days: 30, practised: 1, recalled: 1 },
  { days: 365, practised: 0.6, recalled: 1 },
] as const;
const gains = { again: 0.3, hard: 0.8, good: 1, easy: 1.5 } as const;

import type { Truth } from '../truth.ts';

/**
 * A learner after ACT-R: every practice leaves a trace that decays by a power of time, the faster the more active the
 * memory was when it was practised (Pavlik and Anderson 2005). Traces are strengthened by how well the card was known.
 */
export function actRTruth(cards: number): Truth {
  const traces: { day: number; decay: number; weight: number }[][] = Array.from({ length: cards }, () => []);
  const activation = (card: number, day: number): number => {
    const strength = (traces[card] ?? []).reduce(
      (sum, trace) => sum + trace.weight * Math.max(leastAge, day - trace.day) ** -trace.decay,
      0,
    );
    return strength > 0 ? Math.log(strength) : -Infinity;
  };
  return {
    recall(card, day) {
      return 1 / (1 + Math.exp((threshold - activation(card, day)) / noise));
    },
    practise(card, day, rating) {
      const decay = baseDecay + decayScale * Math.exp(Math.min(activation(card, day), 2));
      traces[card]?.push({ day, decay, weight: weights[rating] });
    },
  };
}

const leastAge = 0.05;
const baseDecay = 0.24;
const decayScale = 0.18;
const threshold = -0.75;
const noise = 0.28;
const weights = { again: 0.7, hard: 0.85, good: 1, easy: 1.35 } as const;

import { defaultWeights, firstState, nextState, retrievability } from '../../memory/fsrs.ts';
import type { MemoryState, Weights } from '../../memory/fsrs.ts';
import type { Random } from '../../item/random.ts';
import { normal } from '../chance.ts';
import type { Truth } from '../truth.ts';

/** A learner whose memory is FSRS-6 itself. */
export function fsrsTruth(cards: number, w: Weights = defaultWeights): Truth {
  const states: (MemoryState | undefined)[] = Array.from({ length: cards });
  const last = new Int32Array(cards);
  return {
    recall(card, day) {
      const state = states[card];
      return state ? retrievability(state.stability, Math.max(0, day - (last[card] ?? 0)), w) : 0;
    },
    practise(card, day, rating) {
      const state = states[card];
      states[card] = state ? nextState(state, day - (last[card] ?? 0), rating, w) : firstState(rating, w);
      last[card] = day;
    },
  };
}

/** Spreads of the weights' logarithms among learners, by weight: first stabilities, difficulty, growth, lapses, decay. */
const spreads = [
  0.6, 0.6, 0.6, 0.5, 0.05, 0.1, 0.1, 0, 0.12, 0.2, 0.25, 0.25, 0.2, 0.2, 0.1, 0.2, 0.1, 0.2, 0.2, 0.2, 0.25,
];

/** Weights of another learner than the average. */
export function perturbedWeights(random: Random): Weights {
  const moved = defaultWeights.map(
    (weight, index) => weight * Math.exp((spreads[index] ?? 0) * normal(random)),
  );
  // First stabilities keep their order.
  return [...moved.slice(0, 4).sort((a, b) => a - b), ...moved.slice(4)];
}

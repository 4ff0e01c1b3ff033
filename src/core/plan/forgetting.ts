import { defaultWeights, nextState, retrievability } from '../memory/fsrs.ts';
import type { MemoryState, Weights } from '../memory/fsrs.ts';

// FSRS describes average learners. To who forgets fast it promises too much of what was not asked for long, and a plan
// that looks for the most it can get finds just these promises. So they are believed as far as first stabilities reach the
// usual ones.

/** How far FSRS is believed about long waits and lapses, 0..1. */
const trustIn = (weights: Weights): number => Math.min(1, (weights[2] ?? 1) / (defaultWeights[2] ?? 1));

/**
 * The chance of recall that a plan counts on: FSRS forgets along a power law, of which much is left after long; without
 * trust it is exponential, with the same stability. Simulated: who forgets fast knows 1 to 2 points more.
 */
export function plannedRecall(stability: number, days: number, weights: Weights): number {
  const trust = trustIn(weights);
  const recall = retrievability(stability, days, weights);
  return trust === 1 ? recall : trust * recall + (1 - trust) * 0.9 ** (days / stability);
}

/**
 * What a plan counts on after a lapse. In FSRS more is left the more had been forgotten (w14): to believe this of a
 * learner who forgets fast is to let cards lapse on purpose and refresh them before the exam, and they are lost.
 * Simulated: who forgets fast knows up to 8 points more without. `recall` is the chance of recall at that moment.
 */
export const lapsed = (state: MemoryState, elapsed: number, weights: Weights, recall: number): MemoryState =>
  nextState(state, elapsed, 'again', weights, 1 - trustIn(weights) * (1 - recall));

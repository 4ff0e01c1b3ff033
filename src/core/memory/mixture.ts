import { chanceKnown } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import { defaultWeights, firstState, interval, nextState, retrievability } from './fsrs.ts';
import type { MemoryState, Rating, Weights } from './fsrs.ts';

/** The state after an answer, and the chance that the learner knew. */
export interface Update {
  readonly state: MemoryState;
  readonly knew: number;
}

/**
 * The state after an answer that may have been a guess or a slip: what success and failure would have left, weighed by
 * the chance of each. `belief` is the chance, before the answer, that it was known.
 */
export function updated(
  before: MemoryState | undefined,
  elapsedDays: number,
  evidence: Evidence,
  belief: number,
  w: Weights = defaultWeights,
): Update {
  const knew = chanceKnown(belief, evidence);
  const recall = before ? retrievability(before.stability, elapsedDays, w) : 0;
  const after = (rating: Rating): MemoryState =>
    before ? nextState(before, elapsedDays, rating, w, recall) : firstState(rating, w);
  if (knew === 1 && evidence.gain === 1) return { knew, state: after(evidence.rating) };
  const failure = after('again');
  if (knew === 0) return { knew, state: failure };
  const success = withGain(before ?? failure, after(evidence.rating), evidence.gain);
  return { knew, state: mixed(success, failure, knew, w) };
}

/** A success that brings only a share of its gain, on a logarithmic scale. */
const withGain = (before: MemoryState, after: MemoryState, gain: number): MemoryState => ({
  stability: before.stability * (after.stability / before.stability) ** gain,
  difficulty: after.difficulty,
});

/**
 * One state for "known with the chance p, else not": its stability makes recall, on the day on which it will matter,
 * what the two states promise together. That day is the one on which recall of the two falls to 90 %: the stability
 * itself, found by projecting twice, first on the day the better state would wait for, then on the day found.
 */
export function mixed(
  success: MemoryState,
  failure: MemoryState,
  p: number,
  w: Weights = defaultWeights,
): MemoryState {
  if (p === 1) return success;
  const rough = projected(success.stability, failure.stability, p, success.stability, w);
  return {
    stability: projected(success.stability, failure.stability, p, rough, w),
    difficulty: p * success.difficulty + (1 - p) * failure.difficulty,
  };
}

/** The stability whose recall after `days` is that of the two weighed: the forgetting curve, inverted. */
export function projected(success: number, failure: number, p: number, days: number, w: Weights): number {
  const recall = p * retrievability(success, days, w) + (1 - p) * retrievability(failure, days, w);
  return days / interval(recall, 1, w);
}

import type { CardId } from '../fact/fact.ts';
import type { Weights } from '../memory/fsrs.ts';
import type { Memory } from '../memory/replay.ts';
import { standingAfter } from './standing.ts';
import type { Given } from './standing.ts';

/** Every card's memory, from reviews in the order of the log. */
export function replayLog(reviews: readonly Given[], w?: Weights): ReadonlyMap<CardId, Memory> {
  return standingAfter(reviews, w).memories;
}

import type { CardId } from '../fact/fact.ts';
import { replay } from '../memory/replay.ts';
import type { Memory } from '../memory/replay.ts';
import type { ReviewEvent } from './log.ts';
import { rate } from './rate.ts';

/** Every card's memory, from reviews in the order of the log. */
export function replayLog(reviews: readonly ReviewEvent[]): ReadonlyMap<CardId, Memory> {
  return replay(
    reviews.map(({ dayKey, payload }) => ({ card: payload.card, day: dayKey, rating: rate(payload) })),
  );
}

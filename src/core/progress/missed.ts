import type { CardId } from '../fact/fact.ts';
import type { ReviewEvent } from '../review/log.ts';

/** Cards whose latest answer was less than half right. */
export function missedCards(reviews: readonly ReviewEvent[]): ReadonlySet<CardId> {
  const missed = new Set<CardId>();
  for (const { payload } of reviews) {
    if (payload.marks < 0.5) missed.add(payload.card);
    else missed.delete(payload.card);
  }
  return missed;
}

import type { CardId } from '../fact/fact.ts';
import type { Day } from '../memory/day.ts';
import type { Weights } from '../memory/fsrs.ts';
import type { ReviewEvent } from '../review/log.ts';
import { standingAfter } from '../review/standing.ts';

/** What was expected of one answer, and what came. The first meeting of a card predicts nothing and is not here. */
export interface Prediction {
  readonly card: CardId;
  readonly day: Day;
  /** Chance of a right answer as believed before it, guessing included, 0..1. */
  readonly expected: number;
  readonly right: boolean;
  /** Days since the card was last asked. */
  readonly waited: number;
}

/** Every prediction that the log has put to the test, in its order. */
export function predictionsOf(reviews: readonly ReviewEvent[], w?: Weights): readonly Prediction[] {
  const predictions: Prediction[] = [];
  standingAfter(reviews, w, undefined, ({ card, day, evidence }, _knew, before) => {
    if (!before) return;
    const { ifKnown, ifUnknown } = evidence;
    const right = ifKnown > ifUnknown;
    // How likely this answer was; a wrong one is the complement of the right one.
    const likely = before.belief * ifKnown + (1 - before.belief) * ifUnknown;
    predictions.push({ card, day, expected: right ? likely : 1 - likely, right, waited: before.waited });
  });
  return predictions;
}

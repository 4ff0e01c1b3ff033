import type { CardId } from '../fact/fact.ts';
import type { Day } from '../memory/day.ts';
import type { Weights } from '../memory/fsrs.ts';
import type { ReviewEvent } from '../review/log.ts';
import { standingAfter } from '../review/standing.ts';
import { trialOf } from '../review/trial.ts';
import type { Trial } from '../review/trial.ts';

/** What was expected of one answer, and what came. The first meeting of a card predicts nothing and is not here. */
export interface Prediction extends Trial {
  readonly card: CardId;
  readonly day: Day;
  /** Days since the card was last asked. */
  readonly waited: number;
}

/** Every prediction that the log has put to the test, in its order. */
export function predictionsOf(reviews: readonly ReviewEvent[], w?: Weights): readonly Prediction[] {
  const predictions: Prediction[] = [];
  standingAfter(reviews, w, undefined, (witness, _knew, before) => {
    // A smaller item is no test of the whole.
    if (!before || witness.answer.easier) return;
    const { card, day } = witness;
    predictions.push({ card, day, ...trialOf(witness, before), waited: before.waited });
  });
  return predictions;
}

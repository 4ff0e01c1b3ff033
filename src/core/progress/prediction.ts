import type { CardId } from '../fact/fact.ts';
import type { Day } from '../memory/day.ts';

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

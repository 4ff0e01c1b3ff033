import type { Base } from '../fact/base.ts';
import type { Day } from '../memory/day.ts';
import type { Weights } from '../memory/fsrs.ts';
import type { ReviewEvent } from '../review/log.ts';
import { calibration, retentionByWait } from './calibration.ts';
import type { Calibration } from './calibration.ts';
import { confusionsOf } from './confusions.ts';
import type { Confusion, Remake } from './confusions.ts';
import { formStrengths } from './form-strength.ts';
import type { FormStrength } from './form-strength.ts';
import { leechesOf } from './leeches.ts';
import type { Leech } from './leeches.ts';
import { predictionsOf } from './prediction.ts';

/** Everything the log says about its learner that is too dear to follow every answer at once. */
export interface Statistics {
  /** Undefined until a card has been asked again. */
  readonly truth: Calibration | undefined;
  readonly byWait: ReturnType<typeof retentionByWait>;
  readonly forms: readonly FormStrength[];
  readonly leeches: readonly Leech[];
  readonly confusions: readonly Confusion[];
}

/** Only answers of the last months say what is mixed up today. */
const confusedWithinDays = 120;

export function statisticsOf(
  base: Base,
  reviews: readonly ReviewEvent[],
  today: Day,
  remake: Remake,
  w?: Weights,
): Statistics {
  const predictions = predictionsOf(reviews, w);
  const recent = reviews.filter(({ dayKey }) => today - dayKey <= confusedWithinDays);
  return {
    truth: calibration(predictions),
    byWait: retentionByWait(predictions),
    forms: formStrengths(reviews),
    leeches: leechesOf(predictions),
    confusions: confusionsOf(base, recent, remake),
  };
}

import { fitted } from '../memory/fit/fit.ts';
import type { Fit } from '../memory/fit/fit.ts';
import { historiesOf } from '../memory/fit/histories.ts';
import type { Answered } from '../memory/fit/histories.ts';
import { defaultWeights } from '../memory/fsrs.ts';
import type { Weights } from '../memory/fsrs.ts';
import { standingAfter } from './standing.ts';
import type { Given } from './standing.ts';

/**
 * The weights that suit the learner of a log, from the log alone. Which right answers were guesses depends on the
 * weights, so they are found twice: judged by the default weights, then by those found (expectation and maximisation).
 */
export function fitLog(reviews: readonly Given[]): Fit {
  const first = fitted(historiesOf(answersOf(reviews, defaultWeights)));
  if (first.kind === 'default') return first;
  const second = answersOf(reviews, first.weights);
  return second.every(({ knew }) => knew === 0 || knew === 1) ? first : fitted(historiesOf(second));
}

function answersOf(reviews: readonly Given[], judge: Weights): readonly Answered[] {
  const answers: Answered[] = [];
  standingAfter(reviews, judge, undefined, ({ card, day, evidence }, knew) => {
    answers.push({ card, day, evidence, knew });
  });
  return answers;
}

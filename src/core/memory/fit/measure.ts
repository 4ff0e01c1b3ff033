import type { Weights } from '../fsrs.ts';
import { constantsOf } from './constants.ts';
import type { Histories } from './histories.ts';
import { chanceOf, forward, passOver } from './slope.ts';

/** How well weights predict: the mean log loss (less is better) and the area under the curve (0.5 chance .. 1). */
export interface Measure {
  readonly logLoss: number;
  readonly auc: number;
  readonly predictions: number;
}

/** Predictions at places `from` .. `to` - 1 in the order of time. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const wholeSpan = ({ predictions }: Histories): Span => ({ from: 0, to: predictions });

/** Weights, and the predictions by which they are judged. */
export interface Trial extends Span {
  readonly weights: Weights;
}

/** A measure with the log loss of every prediction that it is made of, in the order of time. */
export interface Scored {
  readonly measure: Measure;
  readonly losses: readonly number[];
}

/** How well weights predict the answers of a span. */
export const measured = (
  histories: Histories,
  weights: Weights,
  span: Span = wholeSpan(histories),
): Measure => scored(histories, [{ ...span, weights }]).measure;

/**
 * How many standard errors a difference must be to be believed: some, so that chance does not move an average learner.
 * Simulated: with a whole one, a third of learners still had the default weights after 4,000 answers, and lost .001 by it.
 */
const convincing = 0.5;

/** Whether one of two predicts the same answers better by more than half the standard error of the difference. */
export function isSurelyBetter(one: Scored, other: Scored): boolean {
  const gains = one.losses.map((loss, index) => (other.losses[index] ?? 0) - loss);
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  const squares = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0);
  return mean > convincing * Math.sqrt(squares / Math.max(1, gains.length - 1) / gains.length);
}

/** How well the answers of spans that follow each other are predicted, those of each by its own weights. */
export function scored(histories: Histories, trials: readonly Trial[]): Scored {
  const answers = trials.flatMap((trial) => predictionsOf(histories, trial));
  const losses = answers.map(({ loss }) => loss);
  const logLoss = losses.reduce((sum, loss) => sum + loss, 0) / Math.max(1, losses.length);
  return { measure: { logLoss, auc: areaUnder(answers), predictions: losses.length }, losses };
}

/** An answer beside what was predicted of it. */
interface Predicted {
  readonly recall: number;
  readonly right: boolean;
  readonly loss: number;
}

function predictionsOf(histories: Histories, { weights, from, to }: Trial): readonly Predicted[] {
  const pass = passOver(histories);
  const k = constantsOf(weights);
  const { starts, cards, place, ifKnown, ifUnknown } = histories;
  for (let card = 0; card < cards; card += 1) forward(pass, k, starts[card] ?? 0, starts[card + 1] ?? 0);
  const answers: Predicted[] = [];
  place.forEach((at, row) => {
    if (at < from || at >= to) return;
    const recall = pass.recall[row] ?? 1;
    const loss = -Math.log(chanceOf(histories, row, recall));
    answers[at - from] = { recall, loss, right: (ifKnown[row] ?? 0) > (ifUnknown[row] ?? 0) };
  });
  return answers;
}

/** The chance that a right answer was thought likelier than a wrong one; equal ones count half (Mann and Whitney). */
function areaUnder(answers: readonly Predicted[]): number {
  const sorted = answers.toSorted((a, b) => a.recall - b.recall);
  let rankSum = 0;
  let right = 0;
  for (let first = 0; first < sorted.length;) {
    let end = first;
    while (end < sorted.length && sorted[end]?.recall === sorted[first]?.recall) end += 1;
    const rank = (first + 1 + end) / 2;
    for (let index = first; index < end; index += 1) {
      if (sorted[index]?.right) {
        rankSum += rank;
        right += 1;
      }
    }
    first = end;
  }
  const wrong = sorted.length - right;
  return right === 0 || wrong === 0 ? 0.5 : (rankSum - (right * (right + 1)) / 2) / (right * wrong);
}

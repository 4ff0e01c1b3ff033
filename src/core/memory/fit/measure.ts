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

/** How well weights predict the answers of a span. */
export function measured(histories: Histories, w: Weights, span: Span = wholeSpan(histories)): Measure {
  const pass = passOver(histories);
  const k = constantsOf(w);
  const { starts, cards, place, ifKnown, ifUnknown } = histories;
  for (let card = 0; card < cards; card += 1) forward(pass, k, starts[card] ?? 0, starts[card + 1] ?? 0);
  const scored: { readonly recall: number; readonly right: boolean }[] = [];
  let loss = 0;
  place.forEach((at, row) => {
    if (at < span.from || at >= span.to) return;
    const recall = pass.recall[row] ?? 1;
    loss -= Math.log(chanceOf(histories, row, recall));
    scored.push({ recall, right: (ifKnown[row] ?? 0) > (ifUnknown[row] ?? 0) });
  });
  return { logLoss: loss / Math.max(1, scored.length), auc: areaUnder(scored), predictions: scored.length };
}

/** The chance that a right answer was thought likelier than a wrong one; equal ones count half (Mann and Whitney). */
function areaUnder(scored: readonly { readonly recall: number; readonly right: boolean }[]): number {
  const sorted = scored.toSorted((a, b) => a.recall - b.recall);
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

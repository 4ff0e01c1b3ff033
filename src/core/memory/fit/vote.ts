import { defaultWeights } from '../fsrs.ts';
import type { Weights } from '../fsrs.ts';
import { clippedWeights } from '../weights.ts';
import type { Histories } from './histories.ts';
import { constantsOf } from './constants.ts';
import { wholeSpan } from './measure.ts';
import type { Span } from './measure.ts';
import { chanceOf, forward, passOver } from './slope.ts';
import type { Pass } from './slope.ts';

/** A kind of learner: first stabilities as multiples of the default ones, growth of stability likewise, and decay w20. */
interface Kind {
  readonly scale: number;
  readonly growth: number;
  readonly decay: number;
}

const scales = [0.1, 0.25, 0.5, 1, 2, 4];
const defaultDecay = 0.1542;
const growths = [0.3, 0.55, 1, 1.8];
const decays = [defaultDecay, 0.35, 0.8];

/** How often kinds are met, before any answer: a bell around the default on logarithmic scales. Assumed. */
const spread = { scale: 0.8, growth: 0.4, decay: 0.8 };

/** A vote needs no more predictions than about these: cards are left out evenly beyond. */
const mostPredictions = 1000;

interface Candidate {
  readonly kind: Kind;
  readonly weights: Weights;
  readonly logPrior: number;
}

const candidates: readonly Candidate[] = scales.flatMap((scale) =>
  growths.flatMap((growth) => decays.map((decay) => candidateOf({ scale, growth, decay }))),
);

/**
 * Weights for a learner of whom little is known yet: kinds of learners vote, each with the likelihood of the answers so
 * far under it. Without an answer that is the default; a learner who forgets fast is noticed within a few dozen.
 */
export function votedWeights(histories: Histories, span: Span = wholeSpan(histories)): Weights {
  const pass = passOver(histories);
  const stride = Math.max(1, Math.floor(histories.predictions / mostPredictions));
  const logs = candidates.map(
    ({ weights, logPrior }) => logPrior + logLikelihood(pass, weights, span, stride),
  );
  const most = Math.max(...logs);
  const votes = logs.map((log) => Math.exp(log - most));
  const total = votes.reduce((sum, vote) => sum + vote, 0);
  const mean = (of: (kind: Kind) => number): number =>
    Math.exp(
      candidates.reduce(
        (sum, { kind }, index) => sum + ((votes[index] ?? 0) / total) * Math.log(of(kind)),
        0,
      ),
    );
  return weightsOf({
    scale: mean((kind) => kind.scale),
    growth: mean((kind) => kind.growth),
    decay: mean((kind) => kind.decay),
  });
}

/** The logarithm of the chance of the answers in a span, of every card, or of every third and so on. */
function logLikelihood(pass: Pass, weights: Weights, span: Span, stride: number): number {
  const { histories, recall } = pass;
  const k = constantsOf(weights);
  let sum = 0;
  for (let card = 0; card < histories.cards; card += stride) {
    const first = histories.starts[card] ?? 0;
    const end = histories.starts[card + 1] ?? 0;
    forward(pass, k, first, end);
    for (let row = first; row < end; row += 1) {
      const at = histories.place[row] ?? -1;
      if (at >= span.from && at < span.to) sum += Math.log(chanceOf(histories, row, recall[row] ?? 1));
    }
  }
  return sum;
}

function candidateOf(kind: Kind): Candidate {
  const away = [
    Math.log(kind.scale) / spread.scale,
    Math.log(kind.growth) / spread.growth,
    Math.log(kind.decay / defaultDecay) / spread.decay,
  ];
  return { kind, weights: weightsOf(kind), logPrior: away.reduce((sum, one) => sum - (one * one) / 2, 0) };
}

/** The default weights, moved. Growth works through e^w8, and what a lapse leaves follows the scale through w11. */
function weightsOf({ scale, growth, decay }: Kind): Weights {
  const moved = defaultWeights.map((weight, index) => {
    if (index < 4) return weight * scale;
    if (index === 8) return weight + Math.log(growth);
    if (index === 11) return weight * Math.sqrt(scale);
    return index === 20 ? decay : weight;
  });
  return clippedWeights(moved);
}

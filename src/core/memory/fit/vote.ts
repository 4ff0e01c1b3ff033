import { defaultWeights } from '../fsrs.ts';
import type { Weights } from '../fsrs.ts';
import { clippedWeights } from '../weights.ts';
import type { Histories } from './histories.ts';
import { constantsOf } from './constants.ts';
import { chanceOf, forward, passOver } from './slope.ts';
import type { Pass } from './slope.ts';

/**
 * A kind of learner: first stabilities as multiples of the default ones, and how far those of the four ratings lie apart
 * (1 as by default), growth of stability as a multiple, and decay w20 as it would be with default first stabilities.
 */
interface Kind {
  readonly scale: number;
  readonly apart: number;
  readonly growth: number;
  readonly decay: number;
}

const scales = [0.05, 0.1, 0.25, 0.5, 1, 2, 4];
const defaultDecay = 0.1542;
const distances = [0.35, 1];
const growths = [0.3, 0.55, 1, 1.8];
const decays = [defaultDecay, 0.35];

/**
 * Who forgets soon goes on forgetting: the smaller first stabilities, the steeper the decay, by this power. A plan asks
 * after short waits, and these hardly tell a steep curve from one with a long tail; to trust in the tail is what costs
 * most. Simulated: fast forgetting in a week knows two points more, other learners the same. Assumed.
 */
const steepening = 0.7;
const mostDecay = 0.8;

/**
 * How often kinds are met, before any answer: a bell around the default on logarithmic scales, and a share that may
 * be of any kind. The bell is narrow, so that a few answers do not move an average learner, and the share large, so that
 * one far from the average is believed after a few. Assumed. Simulated: a bell twice as wide with a share of 0.1 predicts
 * .0006 and .0008 worse after 40 and 100 answers; with the narrow one a share of 0.1 costs fast forgetting a point.
 */
const spread = { scale: 0.4, apart: 0.25, growth: 0.2, decay: 0.4 };
const anyKind = 0.25;

/** A vote needs no more predictions than about these: cards are left out evenly beyond. */
const mostPredictions = 600;

interface Candidate {
  readonly kind: Kind;
  readonly weights: Weights;
}

const candidates: readonly Candidate[] = scales.flatMap((scale) =>
  distances.flatMap((apart) =>
    growths.flatMap((growth) =>
      decays.map((decay) => {
        const kind = { scale, apart, growth, decay };
        return { kind, weights: weightsOf(kind) };
      }),
    ),
  ),
);

/** The logarithms of how often each kind is met. */
const logPriors = priorsOf(candidates).map(Math.log);

function priorsOf(kinds: readonly Candidate[]): readonly number[] {
  const bells = kinds.map(({ kind }) => bell(kind));
  const total = bells.reduce((sum, one) => sum + one, 0);
  return bells.map((one) => (1 - anyKind) * (one / total) + anyKind / kinds.length);
}

function bell({ scale, apart, growth, decay }: Kind): number {
  const away = [
    Math.log(scale) / spread.scale,
    Math.log(apart) / spread.apart,
    Math.log(growth) / spread.growth,
    Math.log(decay / defaultDecay) / spread.decay,
  ];
  return Math.exp(away.reduce((sum, one) => sum - (one * one) / 2, 0));
}

/** How the answers of each part of the time speak for each kind: log likelihoods, at `candidate * parts + part`. */
export interface Votes {
  /** As many parts, with equally many predictions each. */
  readonly parts: number;
  readonly logs: Float64Array;
}

/** The part of the time that a prediction belongs to. */
export const partOf = (place: number, predictions: number, parts: number): number =>
  Math.floor((place * parts) / predictions);

/** Every kind judges the answers, of every card, or of every third and so on. */
export function votesOf(histories: Histories, parts: number): Votes {
  const pass = passOver(histories);
  const stride = Math.max(1, Math.floor(histories.predictions / mostPredictions));
  const logs = new Float64Array(candidates.length * parts);
  candidates.forEach(({ weights }, index) => {
    addLikelihoods(pass, weights, stride, logs.subarray(index * parts, (index + 1) * parts));
  });
  return { parts, logs };
}

/**
 * Weights for a learner of whom little is known yet: kinds of learners vote, each with the likelihood of the answers in
 * the first `parts` of the time. Without an answer that is the default; a learner who forgets fast is noticed within a
 * few dozen.
 */
export function votedWeights({ parts: all, logs }: Votes, parts = all): Weights {
  const judged = logPriors.map((prior, index) =>
    logs.subarray(index * all, index * all + parts).reduce((sum, log) => sum + log, prior),
  );
  const most = Math.max(...judged);
  const votes = judged.map((log) => Math.exp(log - most));
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
    apart: mean((kind) => kind.apart),
    growth: mean((kind) => kind.growth),
    decay: mean((kind) => kind.decay),
  });
}

/** Adds the logarithm of the chance of each answer to that of its part of the time. */
function addLikelihoods(pass: Pass, weights: Weights, stride: number, byPart: Float64Array): void {
  const { histories, recall } = pass;
  const { cards, starts, place, predictions } = histories;
  const k = constantsOf(weights);
  for (let card = 0; card < cards; card += stride) {
    const first = starts[card] ?? 0;
    const end = starts[card + 1] ?? 0;
    forward(pass, k, first, end);
    for (let row = first; row < end; row += 1) {
      const at = place[row] ?? -1;
      if (at < 0) continue;
      const part = partOf(at, predictions, byPart.length);
      byPart[part] = (byPart[part] ?? 0) + Math.log(chanceOf(histories, row, recall[row] ?? 1));
    }
  }
}

/** The default weights, moved. Growth works through e^w8, and what a lapse leaves follows the scale through w11. */
function weightsOf({ scale, apart, growth, decay }: Kind): Weights {
  const good = defaultWeights[2] ?? 1;
  const moved = defaultWeights.map((weight, index) => {
    if (index < 4) return good * (weight / good) ** apart * scale;
    if (index === 8) return weight + Math.log(growth);
    if (index === 11) return weight * Math.sqrt(scale);
    return index === 20 ? Math.min(decay * scale ** -steepening, mostDecay) : weight;
  });
  return clippedWeights(moved);
}

import { defaultWeights } from '../fsrs.ts';
import type { Weights } from '../fsrs.ts';
import { withFirstStabilities } from './first-stability.ts';
import type { Histories } from './histories.ts';
import { informationOf } from './information.ts';
import { isSurelyBetter, scored } from './measure.ts';
import type { Measure, Scored } from './measure.ts';
import { epochs, trained } from './train.ts';
import { votedWeights, votesOf } from './vote.ts';
import type { Votes } from './vote.ts';

/** How weights came about: too little known, voted for by kinds of learners, or trained on the learner's answers. */
export type FitKind = 'default' | 'voted' | 'trained';

export interface Fit {
  readonly kind: FitKind;
  readonly weights: Weights;
  /** How many answers on a later day they rest on. */
  readonly predictions: number;
  /** How the latest predictions came out, by weights found without them and by the default ones. */
  readonly proof?: { readonly found: Measure; readonly standard: Measure };
}

/** Fewer predictions than these say too little for a vote, or for training. */
const leastForVote = 8;
const leastForTraining = 64;
/** With as many predictions, or more if they can be guessed, training counts for half, the vote for the other half. */
const halfTrust = 500;
/** A proof that succeeds with less training succeeds with all of it. */
const proofRounds = 1;
/** Predictions are judged in so many parts of the time, each by what was found without it: the last, or all but the first. */
const parts = 5;

/**
 * The weights that suit a learner best, from the log alone. They are adopted only if, found without the latest
 * predictions, they predict those better than the default ones, and by more than chance would.
 */
export function fitted(histories: Histories): Fit {
  const { predictions } = histories;
  const standard: Fit = { kind: 'default', weights: defaultWeights, predictions };
  if (predictions < leastForVote) return standard;
  const votes = votesOf(histories, parts);
  const voted: Fit = { kind: 'voted', weights: votedWeights(votes), predictions };
  if (predictions < leastForTraining) return voted;
  const cut = startOfPart(histories, parts - 1);
  const latest = { from: cut, to: predictions };
  const usual = scored(histories, [{ ...latest, weights: defaultWeights }]);
  const start = votedWeights(votes, parts - 1);
  const trial = scored(histories, [{ ...latest, weights: weightsFor(histories, cut, start, proofRounds) }]);
  const proof = { found: trial.measure, standard: usual.measure };
  if (isSurelyBetter(trial, usual)) {
    return {
      kind: 'trained',
      weights: weightsFor(histories, predictions, voted.weights),
      predictions,
      proof,
    };
  }
  const { found, standard: before } = rolled(histories, votes);
  return {
    ...(isSurelyBetter(found, before) ? voted : standard),
    proof: { found: found.measure, standard: before.measure },
  };
}

/** Every part of the time but the first, by the vote on what came before it and by the default weights. */
function rolled(histories: Histories, votes: Votes): { readonly found: Scored; readonly standard: Scored } {
  const spans = Array.from({ length: parts - 1 }, (_, index) => ({
    from: startOfPart(histories, index + 1),
    to: startOfPart(histories, index + 2),
    weights: votedWeights(votes, index + 1),
  }));
  const judged = { from: startOfPart(histories, 1), to: histories.predictions };
  return {
    found: scored(histories, spans),
    standard: scored(histories, [{ ...judged, weights: defaultWeights }]),
  };
}

/** The place of the first prediction of a part of the time. */
const startOfPart = ({ predictions }: Histories, part: number): number =>
  Math.ceil((part * predictions) / parts);

/** Weights from the predictions before a place: from those voted for, trained as far as the data can be trusted. */
function weightsFor(histories: Histories, to: number, voted: Weights, rounds = epochs): Weights {
  const weights = recencyWeights(histories, to);
  const best = trained(histories, weights, withFirstStabilities(histories, weights, voted), rounds);
  const information = informationOf(histories, to);
  const trust = information / (information + halfTrust);
  return voted.map((weight, index) => weight + trust * ((best[index] ?? weight) - weight));
}

/** Later predictions weigh more, 0.25 + 0.75 (i / n)^3 (fsrs-rs, 2025). */
function recencyWeights({ place }: Histories, to: number): Float64Array {
  const weights = new Float64Array(place.length);
  for (let row = 0; row < place.length; row += 1) {
    const at = place[row] ?? -1;
    const age = at / Math.max(1, to - 1);
    if (at >= 0 && at < to) weights[row] = 0.25 + 0.75 * age * age * age;
  }
  return weights;
}

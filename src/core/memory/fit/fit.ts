import { defaultWeights } from '../fsrs.ts';
import type { Weights } from '../fsrs.ts';
import { withFirstStabilities } from './first-stability.ts';
import type { Histories } from './histories.ts';
import { informationOf } from './information.ts';
import { isSurelyBetter, scored } from './measure.ts';
import type { Measure, Scored } from './measure.ts';
import { epochs, trained } from './train.ts';
import { votedWeights } from './vote.ts';

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
/** The share of the latest predictions that decides whether weights are adopted. */
const heldOut = 0.2;

/**
 * The weights that suit a learner best, from the log alone. They are adopted only if, found without the latest
 * predictions, they predict those better than the default ones, and by more than chance would.
 */
export function fitted(histories: Histories): Fit {
  const { predictions } = histories;
  const standard: Fit = { kind: 'default', weights: defaultWeights, predictions };
  if (predictions < leastForVote) return standard;
  const voted: Fit = { kind: 'voted', weights: votedWeights(histories), predictions };
  if (predictions < leastForTraining) return voted;
  const cut = Math.floor(predictions * (1 - heldOut));
  const score = (weights: Weights): Scored => scored(histories, weights, { from: cut, to: predictions });
  const usual = score(defaultWeights);
  const trial = score(weightsFor(histories, cut, proofRounds));
  const proof = { found: trial.measure, standard: usual.measure };
  if (isSurelyBetter(trial, usual)) {
    return { kind: 'trained', weights: weightsFor(histories, predictions), predictions, proof };
  }
  const ofVote = score(votedWeights(histories, { from: 0, to: cut }));
  return {
    ...(isSurelyBetter(ofVote, usual) ? voted : standard),
    proof: { ...proof, found: ofVote.measure },
  };
}

/** Weights from the predictions before a place: voted for, then trained from there, as far as the data can be trusted. */
function weightsFor(histories: Histories, to: number, rounds = epochs): Weights {
  const voted = votedWeights(histories, { from: 0, to });
  const weights = recencyWeights(histories, to);
  const best = trained(histories, weights, withFirstStabilities(histories, weights, voted), rounds);
  const information = informationOf(histories, to);
  const trust = information / (information + halfTrust);
  return voted.map((weight, index) => weight + trust * ((best[index] ?? weight) - weight));
}

/** Later predictions weigh more, 0.25 + 0.75 (i / n)^3 (fsrs-rs, 2025). */
const recencyWeights = ({ place }: Histories, to: number): Float64Array =>
  Float64Array.from(place, (at) => (at < 0 || at >= to ? 0 : 0.25 + 0.75 * (at / Math.max(1, to - 1)) ** 3));

import { seededRandom } from '../../item/random.ts';
import type { Truth } from '../truth.ts';
import { actRTruth } from './act-r.ts';
import { dashTruth } from './dash.ts';
import { fastTruth } from './fast.ts';
import { fsrsTruth, perturbedWeights } from './fsrs.ts';

export const truthIds = ['fsrs', 'perturbed', 'act-r', 'dash', 'fast'] as const;
export type TruthId = (typeof truthIds)[number];

/** How the learners of a simulation really remember: new cards' memory for each run. */
export const truths: Readonly<Record<TruthId, (cards: number, seed: string) => Truth>> = {
  fsrs: (cards) => fsrsTruth(cards),
  perturbed: (cards, seed) => fsrsTruth(cards, perturbedWeights(seededRandom(`${seed}|weights`))),
  'act-r': actRTruth,
  dash: dashTruth,
  fast: fastTruth,
};

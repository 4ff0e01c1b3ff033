import { policies } from './policies/index.ts';
import type { PolicyId } from './policies/index.ts';
import type { Course, Policy } from './policy.ts';
import { simulate } from './simulate.ts';
import type { Outcome, Study } from './simulate.ts';
import { truths } from './truths/index.ts';
import type { TruthId } from './truths/index.ts';

export interface Experiment extends Study {
  readonly policy: PolicyId;
  readonly truth: TruthId;
  /** How many simulated learners. */
  readonly runs: number;
  readonly seed: number;
}

/** A mean over runs with its 95 % confidence interval. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export type Findings = Readonly<Record<keyof Outcome, Estimate>>;

/** What a policy comes to. The same seed gives the same learners and days to every policy. */
export function runExperiment(experiment: Experiment): Findings {
  const best = outcomesOf(experiment);
  return {
    examRecall: estimate(best.map(({ examRecall }) => examRecall)),
    later: estimate(best.map(({ later }) => later)),
    minutes: estimate(best.map(({ minutes }) => minutes)),
    overstated: estimate(best.map(({ overstated }) => overstated)),
  };
}

/** What each learner comes to; where a policy's name stands for several rules, under the best of them in hindsight. */
export function outcomesOf(experiment: Experiment): readonly Outcome[] {
  const found = policies[experiment.policy].map((make) => runsOf(experiment, make));
  return found.reduce((a, b) => (meanOf(b, 'examRecall') > meanOf(a, 'examRecall') ? b : a));
}

function runsOf(experiment: Experiment, make: (course: Course) => Policy): readonly Outcome[] {
  return Array.from({ length: experiment.runs }, (_, run) => {
    const seed = `${experiment.seed}|${run}`;
    return simulate(experiment, make(experiment), truths[experiment.truth](experiment.facts, seed), seed);
  });
}

const meanOf = (outcomes: readonly Outcome[], key: keyof Outcome): number =>
  outcomes.reduce((sum, outcome) => sum + outcome[key], 0) / outcomes.length;

export function estimate(values: readonly number[]): Estimate {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (values.length < 2) return { mean, low: mean, high: mean };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  const margin = 1.96 * Math.sqrt(variance / values.length);
  return { mean, low: mean - margin, high: mean + margin };
}

import { describe, expect, test } from 'vitest';
import { estimate, outcomesOf } from '#core/simulation/experiment.ts';
import type { Experiment } from '#core/simulation/experiment.ts';
import type { PolicyId } from '#core/simulation/policies/index.ts';
import { scenarios } from '#core/simulation/scenarios.ts';
import { truthIds } from '#core/simulation/truths/index.ts';

/*
 * Every scenario, learner and policy at equal minutes, on all days and with a quarter of them missed: the table of what
 * the plan is worth. LEARNERS (24) a cell, fewer where days and facts are many; `-t 500/30/10` for one scenario.
 */
const learners = Number(process.env.LEARNERS ?? 24);
const baselines = ['sm2', 'leitner', 'fsrs', 'best-retention'] as const;
const shown: readonly PolicyId[] = ['exam', 'retention', ...baselines];

type Study = Omit<Experiment, 'policy'>;

/** Recall on the exam day of each learner, in per cent. */
const recalls = (study: Study, policy: PolicyId): readonly number[] =>
  outcomesOf({ ...study, policy }).map(({ examRecall }) => 100 * examRecall);

/** A mean with its standard error. */
function summary(values: readonly number[]) {
  const { mean, high } = estimate(values);
  return {
    mean,
    error: (high - mean) / 1.96,
    text: `${mean.toFixed(1)} ±${((high - mean) / 1.96).toFixed(1)}`,
  };
}

/** The same learners under two policies. */
const apart = (one: readonly number[], other: readonly number[]) =>
  summary(one.map((value, index) => value - (other[index] ?? 0)));

const manyCards = 1000;
const manyDays = 60;

describe.each(scenarios)('$facts/$days/$minutes', ({ facts, days, minutes }) => {
  const share = facts > manyCards ? 8 : days > manyDays ? 3 : 1;
  const cells = truthIds.flatMap((truth) => [0, 0.25].map((missed) => [truth, missed] as const));

  test.each(cells)('%s, missed %d', (truth, missed) => {
    const study: Study = {
      facts,
      days,
      minutes,
      truth,
      missed,
      seed: 1,
      runs: Math.max(2, Math.ceil(learners / share)),
      evidence: 'mixture',
      options: 0,
      known: 0,
      pretest: false,
    };
    const found = new Map(shown.map((policy) => [policy, recalls(study, policy)]));
    const of = (policy: PolicyId) => found.get(policy) ?? [];
    const gains = baselines.map((policy) => [policy, apart(of('exam'), of(policy))] as const);
    console.log(
      [
        `${facts}/${days}/${minutes} ${truth}${missed > 0 ? ', 25 % missed' : ''} (${study.runs})`,
        ...shown.map((policy) => `${policy} ${summary(of(policy)).text}`),
        ...gains.map(([policy, gain]) => `exam over ${policy} ${gain.text}`),
      ].join(' | '),
    );
    for (const [policy, { mean, error }] of gains) {
      if (policy === 'fsrs' || policy === 'best-retention') expect(mean).toBeGreaterThan(-2.5 * error - 0.1);
    }
  });
});

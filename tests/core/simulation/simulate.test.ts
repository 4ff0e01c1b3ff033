import { describe, expect, test } from 'vitest';
import { runExperiment } from '#core/simulation/experiment.ts';
import type { Experiment } from '#core/simulation/experiment.ts';
import type { PolicyId } from '#core/simulation/policies/index.ts';
import { simulate } from '#core/simulation/simulate.ts';
import { truthIds, truths } from '#core/simulation/truths/index.ts';

const experiment: Experiment = {
  facts: 120,
  days: 7,
  minutes: 10,
  missed: 0,
  options: 0,
  evidence: 'mixture',
  known: 0,
  pretest: false,
  policy: 'exam',
  truth: 'fsrs',
  runs: 3,
  seed: 1,
};
const recall = (change: Partial<Experiment>) =>
  runExperiment({ ...experiment, ...change }).examRecall.mean * 100;
const nothing = { queue: () => [], answered: () => undefined };

describe('simulate()', () => {
  test('leaves nothing known where nothing is asked', () => {
    const outcome = simulate(experiment, nothing, truths.fsrs(120, 'a'), 'a');
    expect(outcome).toEqual({ examRecall: 0, later: 0, minutes: 0, overstated: Number.NaN });
  });

  test('keeps to the minutes, but for the answer under way', () => {
    const { minutes } = runExperiment(experiment);
    expect(minutes.mean).toBeLessThan(10 + 23 / 60);
  });

  test('gives the same for the same seed and another for another', () => {
    const small = { ...experiment, facts: 30, days: 4, minutes: 2 };
    expect(runExperiment(small)).toEqual(runExperiment(small));
    expect(runExperiment({ ...small, seed: 2 })).not.toEqual(runExperiment(small));
  });
});

describe.each(truthIds)('the truth %s', (id) => {
  test('forgets with time and remembers longer after a success', () => {
    const once = truths[id](2, 'seed');
    for (const card of [0, 1]) once.practise(card, 0, 'good');
    const before = once.recall(0, 8);
    expect(once.recall(0, 1)).toBeGreaterThan(before);
    expect(before).toBeGreaterThan(0);
    once.practise(0, 3, 'good');
    expect(once.recall(0, 8)).toBeGreaterThan(once.recall(1, 8));
  });
});

/** Few runs, so that this stays quick; the whole table with its margins is `harmattan simulate --table`. */
describe('the exam planner', () => {
  const ahead = (of: PolicyId, change: Partial<Experiment>) =>
    recall(change) - recall({ ...change, policy: of });

  test('is two points above FSRS at 0.9 with 20 new a day in a week', () => {
    expect(ahead('fsrs', {})).toBeGreaterThan(2);
  });

  test('is far above it with 500 facts in 30 days, and above the best constant retention in hindsight', () => {
    const month = { facts: 500, days: 30, runs: 2 };
    expect(ahead('fsrs', month)).toBeGreaterThan(8);
    expect(ahead('best-retention', month)).toBeGreaterThan(0);
  });

  test('bears missed days better than FSRS does', () => {
    const harm = (policy: PolicyId) => recall({ policy }) - recall({ policy, missed: 0.25 });
    expect(harm('exam')).toBeLessThan(harm('fsrs') + 0.5);
  });

  test.each(['act-r', 'dash'] as const)('is not below it for a learner after %s', (truth) => {
    expect(ahead('fsrs', { truth })).toBeGreaterThan(0);
  });

  test('is ahead of both for a learner who forgets fast, since it hardly counts on what a lapse leaves', () => {
    const month = { truth: 'fast', facts: 300, days: 30, minutes: 6, runs: 2 } as const;
    expect(ahead('fsrs', month)).toBeGreaterThan(2);
    expect(ahead('best-retention', month)).toBeGreaterThan(2);
  });
});

describe('evidence in a course of items that can be guessed', () => {
  const items = { facts: 120, days: 10, minutes: 10, options: 2, policy: 'fsrs', runs: 4 } as const;
  const findings = (change: Partial<Experiment>) => runExperiment({ ...experiment, ...items, ...change });

  test('overstates what is known less than a right choice that counts as known', () => {
    const error = (evidence: Experiment['evidence']) => Math.abs(findings({ evidence }).overstated.mean);
    expect(error('mixture')).toBeLessThan(error('naive'));
  });

  test('gains recall after a pre-test of a learner who knows most already', () => {
    const recallOf = (evidence: Experiment['evidence']) =>
      findings({ evidence, known: 0.6, pretest: true }).examRecall.mean;
    expect(recallOf('mixture')).toBeGreaterThan(recallOf('naive'));
  });
});

import { runExperiment } from '#core/simulation/experiment.ts';
import type { Experiment, Findings } from '#core/simulation/experiment.ts';
import { policyIds } from '#core/simulation/policies/index.ts';
import { scenarios } from '#core/simulation/scenarios.ts';
import type { Options } from '../options.ts';
import { done } from './command.ts';
import type { Command } from './command.ts';

export const simulate: Command = {
  name: 'simulate',
  summary: 'let simulated learners study for an exam; prints recall on the exam day and 30 days later',
  takes: [
    'facts',
    'days',
    'minutes',
    'policy',
    'truth',
    'missed',
    'options',
    'evidence',
    'known',
    'pretest',
    'runs',
    'seed',
    'table',
    'json',
  ],
  details: [
    '',
    'Answers take 18 s (first), 8 s (right) or 23 s (wrong). With --json: {examRecall: {mean, low, high}, later: {...},',
    'minutes: {...}, overstated: {...}}, where low and high bound the mean with 95 % confidence over the runs, and',
    'overstated is how much more recall on the exam day the policy believes in than there is.',
  ],
  run(options) {
    const findings = options.table ? tableOf(options) : [row(experimentOf(options))];
    return done(
      findings.map(({ label, found }) => (options.json ? jsonOf(label, found) : textOf(label, found))),
    );
  },
};

interface Row {
  /** Only where there are several. */
  readonly label: Readonly<Record<string, string>>;
  readonly found: Findings;
}

const row = (experiment: Experiment, label: Row['label'] = {}): Row => ({
  label,
  found: runExperiment(experiment),
});

const experimentOf = ({ missed, known, ...options }: Options): Experiment => ({
  ...options,
  missed: missed / 100,
  known: known / 100,
});

function tableOf(options: Options): readonly Row[] {
  return scenarios.flatMap(({ facts, days, minutes }) =>
    policyIds.map((policy) =>
      row(
        { ...experimentOf(options), facts, days, minutes, policy },
        { scenario: `${facts}/${days}/${minutes}`, policy },
      ),
    ),
  );
}

const jsonOf = (label: Row['label'], found: Findings): string => JSON.stringify({ ...label, ...found });

function textOf(label: Row['label'], { examRecall, later, minutes, overstated }: Findings): string {
  const percent = (share: number) => (share * 100).toFixed(1);
  const names = Object.values(label).map((name) => name.padEnd(15));
  const recall = `${percent(examRecall.mean)} % at the exam (${percent(examRecall.low)} to ${percent(examRecall.high)})`;
  const belief = Number.isNaN(overstated.mean) ? '' : `, overstated by ${percent(overstated.mean)}`;
  const rest = `${percent(later.mean)} % 30 days later, ${minutes.mean.toFixed(1)} minutes a day`;
  return `${names.join('')}${recall}, ${rest}${belief}`;
}

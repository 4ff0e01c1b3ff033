import { bench, describe } from 'vitest';
import { addDays } from '#core/memory/day.ts';
import { planDay } from '#core/plan/day-plan.ts';
import { examPlan } from '#core/plan/exam-plan.ts';
import { defaultLearner } from '#core/plan/learner.ts';
import { gainOf, indexTable } from '#core/plan/index-table.ts';
import { transitionsOf } from '#core/plan/transitions.ts';
import { runExperiment } from '#core/simulation/experiment.ts';
import { someTasks, today } from './tasks.ts';

const time = { today, secondsToday: 600, secondsPerDay: 600 };

describe.each([2000, 100_000])('today’s queue of %d facts', (count) => {
  const tasks = someTasks(count);

  for (const days of [7, 30, 90]) {
    bench(`with an exam in ${days} days`, () => {
      planDay(tasks, { ...time, examDay: addDays(today, days) });
    });
  }

  bench('for the long term', () => {
    planDay(tasks, time);
  });
});

describe('after an answer', () => {
  const goal = { ...time, examDay: addDays(today, 30), laterShare: 0 };
  const table = indexTable(examPlan(someTasks(2000), goal, defaultLearner));
  const state = { stability: 7.7, difficulty: 5.2 };

  bench('the index of the card, from the day’s table', () => {
    gainOf(table, state, 3);
  });
});

describe('once for each fit of the weights', () => {
  bench('what answers do to memories of all kinds', () => {
    transitionsOf({ ...defaultLearner });
  });
});

describe('a simulated learner', () => {
  const course = { facts: 500, days: 30, minutes: 10, evidence: 'mixture' } as const;
  const study = {
    ...course,
    missed: 0,
    options: 0,
    known: 0,
    pretest: false,
    truth: 'fsrs',
    runs: 1,
    seed: 1,
  } as const;

  for (const policy of ['exam', 'fsrs'] as const) {
    bench(`500 facts, 30 days, ${policy}`, () => {
      runExperiment({ ...study, policy });
    });
  }
});

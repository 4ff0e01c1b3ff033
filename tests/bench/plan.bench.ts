import { bench, describe } from 'vitest';
import { randomInt, seededRandom } from '#core/item/random.ts';
import { addDays } from '#core/memory/day.ts';
import type { Day } from '#core/memory/day.ts';
import { planDay } from '#core/plan/day-plan.ts';
import { examPlan } from '#core/plan/exam-plan.ts';
import { defaultLearner } from '#core/plan/learner.ts';
import { gainOf, indexTable } from '#core/plan/index-table.ts';
import type { Task } from '#core/plan/pick.ts';
import { transitionsOf } from '#core/plan/transitions.ts';
import { runExperiment } from '#core/simulation/experiment.ts';

const today = 20_000 as Day;
const time = { today, secondsToday: 600, secondsPerDay: 600 };

/** Facts in the middle of a course: a third is new, the others were met in the last weeks. */
function someTasks(count: number): readonly Task[] {
  const random = seededRandom(`plan|${count}`);
  return Array.from({ length: count }, (_, place) => ({
    importance: 1,
    fact: `fact ${place}`,
    memory:
      place % 3 === 0
        ? undefined
        : {
            stability: 0.3 + 60 * random() ** 3,
            difficulty: 1 + 9 * random(),
            last: addDays(today, -1 - randomInt(21, random)),
            reviews: 2,
          },
  }));
}

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

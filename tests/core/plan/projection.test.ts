import { describe, expect, test } from 'vitest';
import { addDays } from '#core/memory/day.ts';
import { defaultLearner } from '#core/plan/learner.ts';
import { greedyMeeting } from '#core/plan/greedy-plan.ts';
import { projection } from '#core/plan/projection.ts';
import { runExperiment } from '#core/simulation/experiment.ts';
import { goal, newTasks, tasksOf, today, met } from './some-tasks.ts';

const daily = { ...defaultLearner, attendance: 1 };

/** Percent of new facts that would be known after `days` with `minutes` a day. */
const projected = (facts: number, days: number, minutes: number): number =>
  (100 *
    projection(
      newTasks(facts),
      {
        today,
        examDay: addDays(today, days),
        secondsToday: minutes * 60,
        secondsPerDay: minutes * 60,
        laterShare: 0,
      },
      daily,
    )) /
  facts;

describe('projection()', () => {
  test.each([
    [120, 7, 10],
    [120, 14, 5],
    [500, 14, 20],
    [500, 30, 10],
  ])('foretells what the plan reaches with %i facts in %i days at %i minutes', (facts, days, minutes) => {
    const course = {
      facts,
      days,
      minutes,
      missed: 0,
      options: 0,
      evidence: 'mixture',
      known: 0,
      pretest: false,
      policy: 'exam',
      truth: 'fsrs',
      runs: 2,
      seed: 7,
    } as const;
    const reached = 100 * runExperiment(course).examRecall.mean;
    expect(Math.abs(projected(facts, days, minutes) - reached)).toBeLessThan(4);
  });

  test.each([1, 3, 10, 20])(
    'with %i minutes on the last day adds what meeting cards then brings',
    (minutes) => {
      const { gain, seconds } = greedyMeeting(1, 0, daily);
      const met = Math.min(100, (minutes * 60) / seconds);
      expect(Math.abs(projected(100, 1, minutes) - met * gain)).toBeLessThan(0.12 * met);
    },
  );

  test.each([
    [3, 1],
    [7, 1],
    [3, 5],
  ])('expects no more in %i days at %i minutes than there is time to meet', (days, minutes) => {
    const met = (days * minutes * 60) / daily.seconds.first;
    expect(projected(100, days, minutes)).toBeLessThan(met);
  });

  test('rises with the minutes and never passes the facts there are', () => {
    const shares = [1, 5, 10, 20, 60].map((minutes) => projected(300, 20, minutes));
    expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
    expect(shares.at(-1)).toBeLessThanOrEqual(100);
  });

  test('is at least what would be recalled without any study', () => {
    const tasks = tasksOf([met(3), met(10, 4), met(20, 9, 1)]);
    const none = { ...goal, examDay: addDays(today, 10), secondsToday: 0, secondsPerDay: 0, laterShare: 0 };
    const some = { ...none, secondsToday: 600, secondsPerDay: 600 };
    expect(projection(tasks, some, daily)).toBeGreaterThan(projection(tasks, none, daily) - 1e-6);
  });
});

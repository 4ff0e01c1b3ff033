import { describe, expect, test } from 'vitest';
import { planDay } from '#core/plan/day-plan.ts';
import { withProbes } from '#core/plan/probes.ts';
import { goal, met, tasksOf, today } from './some-tasks.ts';

/** More than there is time for, so that the plan alone would ask none again yet. */
const fresh = Array.from({ length: 600 }, () => undefined);
const metOnce = Array.from({ length: 40 }, () => met(2));

/** How many of the first cards of today's queue were met before. */
function oldFirst(known: readonly ReturnType<typeof met>[]): number {
  const places = planDay(tasksOf([...known, ...fresh]), goal).queue.map(({ task }) => task);
  const firstNew = places.findIndex((place) => place >= known.length);
  return firstNew < 0 ? places.length : firstNew;
}

describe('withProbes()', () => {
  test('asks eight cards again before new ones where none was asked twice', () => {
    expect(oldFirst(metOnce)).toBe(8);
    expect(oldFirst(metOnce.slice(0, 5))).toBe(5);
  });

  test('counts what was asked again already, today and before', () => {
    const asked = (count: number, again: ReturnType<typeof met>) =>
      metOnce.map((memory, place) => (place < count ? again : memory));
    expect(oldFirst(asked(3, met(2, 0)))).toBe(5);
    expect(oldFirst(asked(38, met(9, 1)))).toBe(2);
  });

  test('changes nothing where enough is known, and never asks again today', () => {
    const tasks = tasksOf(metOnce.map((memory) => ({ ...memory, reviews: 2 })));
    const index = Float64Array.from(tasks, () => 0.004);
    const ranking = { index, seconds: index };
    expect(withProbes(tasks, ranking, today)).toBe(ranking);
    expect(withProbes(tasks.slice(1), ranking, today)).not.toBe(ranking);
    const answeredToday = tasksOf(metOnce.map(() => met(0)));
    expect(planDay(answeredToday, goal).queue).toEqual([]);
  });
});

import { addDays } from '#core/memory/day.ts';
import type { Day } from '#core/memory/day.ts';
import { practised } from '#core/memory/replay.ts';
import type { Memory } from '#core/memory/replay.ts';
import type { Goal } from '#core/plan/day-plan.ts';
import type { Task } from '#core/plan/pick.ts';

export const today = 20_000 as Day;

export const goal: Goal = {
  today,
  examDay: addDays(today, 14),
  secondsToday: 600,
  secondsPerDay: 600,
};

export const met = (ago: number, ...later: readonly number[]): Memory =>
  later.reduce(
    (memory, days) => practised(memory, { day: addDays(today, -days), rating: 'good' }),
    practised(undefined, { day: addDays(today, -ago), rating: 'good' }),
  );

/** Tasks of facts of their own, with these memories or none. */
export const tasksOf = (memories: readonly (Memory | undefined)[]): Task[] =>
  memories.map((memory, place) => ({ memory, importance: 1, fact: `fact ${place}` }));

export const newTasks = (count: number): Task[] => tasksOf(Array.from({ length: count }, () => undefined));

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '#core/item/random.ts';
import { addDays } from '#core/memory/day.ts';
import type { Day } from '#core/memory/day.ts';
import { retrievability } from '#core/memory/fsrs.ts';
import { practised } from '#core/memory/replay.ts';
import type { Memory } from '#core/memory/replay.ts';
import { planDay } from '#core/plan/day-plan.ts';
import type { Goal } from '#core/plan/day-plan.ts';
import { defaultLearner } from '#core/plan/learner.ts';
import { outlook } from '#core/plan/outlook.ts';
import type { DayPlan, Task } from '#core/plan/pick.ts';
import { goal, met, newTasks, tasksOf, today } from './some-tasks.ts';

const places = ({ queue }: DayPlan): number[] => queue.map(({ task }) => task);

describe('planDay()', () => {
  test('fills the minutes with new facts when nothing is known', () => {
    const { queue, seconds } = planDay(newTasks(200), goal);
    expect(queue).toHaveLength(Math.ceil(600 / defaultLearner.seconds.first));
    expect(seconds).toBeGreaterThanOrEqual(600);
    expect(seconds).toBeLessThan(600 + defaultLearner.seconds.first);
  });

  test('prefers what counts more', () => {
    const tasks = newTasks(200).map((task, place) => ({ ...task, importance: place % 2 === 0 ? 1 : 2 }));
    expect(places(planDay(tasks, goal)).every((place) => place % 2 === 1)).toBe(true);
  });

  test('does not ask again today what was answered today', () => {
    expect(planDay(tasksOf([met(0), met(6, 0)]), goal).queue).toEqual([]);
  });

  test('asks the weaker of two memories first on the eve of the exam', () => {
    const eve = { ...goal, examDay: addDays(today, 1) };
    expect(places(planDay(tasksOf([met(9, 6, 2), met(9)]), eve))[0]).toBe(1);
  });

  test('sweeps everything on the last day that minutes allow', () => {
    const eve = { ...goal, examDay: addDays(today, 1), secondsToday: 3600 };
    expect(places(planDay(tasksOf([met(9, 6, 2), met(9), undefined]), eve))).toHaveLength(3);
  });

  test('keeps the second side of a fact for another day, but not in the last days', () => {
    const sides = newTasks(2).map((task) => ({ ...task, fact: 'one' }));
    expect(planDay(sides, goal).queue).toHaveLength(1);
    expect(planDay(sides, { ...goal, examDay: addDays(today, 2) }).queue).toHaveLength(2);
  });

  test('never introduces two of a kind on one day, nor after one that was met today', () => {
    const alike = (count: number) =>
      newTasks(count).map((task) => ({ ...task, alike: ['dates of regattas'] }));
    expect(planDay(alike(5), goal).queue).toHaveLength(1);
    const [first, ...others] = alike(3);
    const tasks = [{ ...first, memory: met(0), importance: 1, fact: 'met' }, ...others];
    expect(planDay(tasks, goal).queue).toEqual([]);
  });

  test('puts what comes first before what needs it', () => {
    const tasks = newTasks(3).map((task, place) => ({
      ...task,
      importance: place + 1,
      after: place === 0 ? [] : [0],
    }));
    const order = places(planDay(tasks, goal));
    expect(order[0]).toBe(0);
    expect(order.toSorted()).toEqual([0, 1, 2]);
  });

  test('plans for the long term without an exam, or with one that is past or very far', () => {
    const tasks = tasksOf([met(30), met(1), ...Array.from({ length: 40 }, () => undefined)]);
    const longTerm = planDay(tasks, { ...goal, examDay: undefined });
    expect(places(longTerm)[0]).toBe(0);
    expect(places(longTerm)).not.toContain(1);
    for (const days of [-1, -400, 121, 4000]) {
      expect(planDay(tasks, { ...goal, examDay: addDays(today, days) })).toEqual(longTerm);
    }
  });

  test('brings fewer new facts in the long term when many reviews are to come', () => {
    const fresh = Array.from({ length: 60 }, () => undefined);
    const countNew = (known: number) => {
      const tasks = tasksOf([...Array.from({ length: known }, () => met(1)), ...fresh]);
      return planDay(tasks, { ...goal, examDay: undefined, secondsToday: 3600 }).queue.filter(
        ({ task }) => task >= known,
      ).length;
    };
    expect(countNew(0)).toBeGreaterThan(5);
    expect(countNew(400)).toBeLessThan(countNew(0));
  });

  test('lets new facts in, in the long term, though what is forgotten over and over would fill the day', () => {
    const failing = Array.from({ length: 60 }, () => ({ ...met(2), stability: 0.05, difficulty: 10 }));
    const tasks = tasksOf([...failing, ...Array.from({ length: 20 }, () => undefined)]);
    const { queue } = planDay(tasks, { ...goal, examDay: undefined });
    const old = queue.filter(({ task }) => task < failing.length).length;
    expect(queue.length - old).toBeGreaterThan(10);
    const fresh = Array.from({ length: 20 }, () => undefined);
    const firm = tasksOf([...Array.from({ length: 60 }, () => met(30)), ...fresh]);
    const kept = planDay(firm, { ...goal, examDay: undefined, secondsToday: 1200, secondsPerDay: 1200 });
    expect(kept.queue.slice(0, 60).every(({ task }) => task < 60)).toBe(true);
  });

  test('asks early in the long term what would meet a day that is full', () => {
    const due = Array.from({ length: 90 }, () => met(40, 30, 0));
    const soon = due.map((memory) => ({ ...memory, last: addDays(today, 1 - Math.round(memory.stability)) }));
    const rare = { ...goal, examDay: undefined, secondsToday: 600 };
    expect(planDay(tasksOf(soon), rare).queue.length).toBeGreaterThan(0);
    expect(planDay(tasksOf(soon.slice(0, 10)), rare).queue).toEqual([]);
  });

  test('gives nothing for no minutes and no tasks', () => {
    expect(planDay(newTasks(9), { ...goal, secondsToday: 0 }).queue).toEqual([]);
    expect(planDay(newTasks(9), { ...goal, secondsToday: -5, secondsPerDay: 0 }).queue).toEqual([]);
    expect(planDay([], goal)).toEqual({ queue: [], more: [], seconds: 0 });
  });

  test('makes a sound plan of any state', () => {
    const memory = fc.option(
      fc.record({
        ratings: fc.array(fc.constantFrom('again', 'hard', 'good', 'easy'), { minLength: 1, maxLength: 5 }),
        start: fc.integer({ min: -5000, max: 3 }),
        gap: fc.integer({ min: -3, max: 400 }),
      }),
      { nil: undefined },
    );
    const memoryOf = ({
      ratings,
      start,
      gap,
    }: {
      ratings: readonly ('again' | 'good')[];
      start: number;
      gap: number;
    }) =>
      ratings.reduce<ReturnType<typeof met> | undefined>(
        (known, rating, place) => practised(known, { day: addDays(today, start + gap * place), rating }),
        undefined,
      );
    fc.assert(
      fc.property(
        fc.array(memory, { maxLength: 40 }),
        fc.option(fc.integer({ min: -50, max: 200 }), { nil: undefined }),
        fc.integer({ min: 0, max: 3600 }),
        fc.constantFrom(0, 0.5, 1),
        (memories, days, seconds, laterShare) => {
          const tasks: readonly Task[] = tasksOf(
            memories.map((known) => known && memoryOf(known as Parameters<typeof memoryOf>[0])),
          );
          const wish: Goal = {
            today,
            examDay: days === undefined ? undefined : addDays(today, days),
            secondsToday: seconds,
            secondsPerDay: seconds,
            laterShare,
          };
          const plan = planDay(tasks, wish);
          const chosen = [...plan.queue, ...plan.more].map(({ task }) => task);
          expect(new Set(chosen).size).toBe(chosen.length);
          for (const place of chosen) expect((tasks[place]?.memory?.last ?? -1) < today).toBe(true);
          expect(plan.seconds).toBeLessThanOrEqual(seconds === 0 ? 0 : seconds + 23);
          expect(plan).toEqual(planDay(tasks, wish));
        },
      ),
      { numRuns: 60, seed: 5 },
    );
  });

  test('can take a hundred thousand tasks', () => {
    const tasks = Array.from({ length: 100_000 }, (_, place): Task => ({
      memory: place % 3 === 0 ? undefined : { ...met(1 + (place % 60)), stability: 1 + (place % 97) },
      importance: 1,
      fact: `fact ${place}`,
    }));
    const { queue } = planDay(tasks, goal);
    expect(queue.length).toBeGreaterThan(20);
  });
});

describe('after three weeks away', () => {
  /** 240 cards of every strength, all long due or nearly so, and some that were never met. */
  const away = 21;
  const known = Array.from({ length: 240 }, (_, place) =>
    place % 3 === 0
      ? met(away)
      : place % 3 === 1
        ? met(away + 9, away)
        : met(away + 40, away + 30, away + (place % 9)),
  );
  const memories = [...known, ...Array.from({ length: 60 }, () => undefined)];
  const tasks = tasksOf(memories);
  const goals: readonly (readonly [string, Goal])[] = [
    ['without an exam', { ...goal, examDay: undefined }],
    ['with an exam in a week', { ...goal, examDay: addDays(today, 7) }],
  ];
  test.each(goals)('%s the plan fits the minutes, and says nothing of a backlog', (_, aim) => {
    const plan = planDay(tasks, aim);
    expect(plan.seconds).toBeGreaterThan(540);
    expect(plan.seconds).toBeLessThan(600 + defaultLearner.seconds.lapse);
    expect(Object.keys(plan).toSorted()).toEqual(['more', 'queue', 'seconds']);
    expect(plan.queue.length).toBeLessThan(known.length / 3);
  });

  test('without an exam ten minutes bring more than the longest due first would', () => {
    const { queue } = planDay(tasks, { ...goal, examDay: undefined });
    const backlog = known
      .map((memory, task) => ({ task, due: memory.due, seconds: defaultLearner.seconds.success }))
      .toSorted((a, b) => a.due - b.due);
    const week = { today, examDay: addDays(today, 7) };
    const reached = (picks: DayPlan['queue']) => outlook(tasks, picks, week, defaultLearner).planned;
    expect(reached(queue)).toBeGreaterThan(reached(backlog.slice(0, queue.length)));
  });

  /** How many are recalled on the exam day if each day's ten minutes follow an order; a mean of learners as plans suppose them. */
  function afterAWeek(orderOf: (tasks: readonly Task[], day: Day) => readonly number[]): number {
    const reached = Array.from({ length: 8 }, (_, learner) => {
      const random = seededRandom(`learner ${learner}`);
      const now: (Memory | undefined)[] = [...memories];
      for (let day = today; day < today + 7; day = addDays(day, 1)) {
        let left = goal.secondsToday;
        for (const place of orderOf(tasksOf(now), day)) {
          if (left <= 0) break;
          const memory = now[place];
          const chance = memory ? retrievability(memory.stability, day - memory.last) : 0.7;
          const rating = random() < chance ? 'good' : 'again';
          left -= defaultLearner.seconds[!memory ? 'first' : rating === 'good' ? 'success' : 'lapse'];
          now[place] = practised(memory, { day, rating });
        }
      }
      return now.reduce<number>(
        (sum, memory) => sum + (memory ? retrievability(memory.stability, today + 7 - memory.last) : 0),
        0,
      );
    });
    return reached.reduce((sum, recalled) => sum + recalled, 0) / reached.length;
  }

  test('before an exam a week of ten minutes a day brings more than the longest due first would', () => {
    const planned = afterAWeek((now, day) =>
      planDay(now, { ...goal, today: day, examDay: addDays(today, 7) }).queue.map(({ task }) => task),
    );
    // What an app with a backlog would ask: who waits longest for the time there is between two answers; then new cards.
    const backlog = afterAWeek((now, day) => {
      const overdue = ({ memory }: Task): number => (memory ? day - memory.last - memory.stability : -1000);
      return [...now.entries()]
        .filter(([, { memory }]) => memory?.last !== day)
        .toSorted(([, a], [, b]) => overdue(b) - overdue(a))
        .map(([place]) => place);
    });
    expect(planned).toBeGreaterThan(backlog + 3);
  });
});

test('a day far in the future is only a day', () => {
  expect(() => planDay(tasksOf([met(-9)]), { ...goal, today: -40_000 as Day })).not.toThrow();
});

import type { Day } from '../../memory/day.ts';
import { retrievability } from '../../memory/fsrs.ts';
import { planDay } from '../../plan/day-plan.ts';
import { rankGreedily } from '../../plan/greedy-plan.ts';
import { learnerOf, noHabits, withAnswer } from '../../plan/habits.ts';
import { pick } from '../../plan/pick.ts';
import type { DayPlan, Task } from '../../plan/pick.ts';
import type { Learner } from '../../plan/learner.ts';
import { believer, dated } from '../believer.ts';
import type { Course, Policy } from '../policy.ts';

type Planner = (tasks: readonly Task[], today: Day, learner: Learner) => DayPlan;

/** The app's planner with the exam on the day after the last. */
export const examPolicy = (course: Course): Policy =>
  planned(course, (tasks, today, learner) =>
    planDay(tasks, { today, examDay: dated(course.days), ...secondsOf(course) }, learner),
  );

/** The app's planner without an exam. */
export const retentionPolicy = (course: Course): Policy =>
  planned(course, (tasks, today, learner) => planDay(tasks, { today, ...secondsOf(course) }, learner));

/** The plain rule beside the priced plan. */
export const greedyPolicy = (course: Course): Policy =>
  planned(course, (tasks, today, learner) => {
    const goal = { today, examDay: dated(course.days), laterShare: 0, ...secondsOf(course) };
    const room = { today, seconds: goal.secondsToday, apart: false };
    return pick(tasks, rankGreedily(tasks, goal, learner), room);
  });

const secondsOf = ({ minutes }: Course) => ({ secondsToday: minutes * 60, secondsPerDay: minutes * 60 });

function planned({ facts, evidence }: Course, plan: Planner): Policy {
  const mind = believer(evidence, true);
  let habits = noHabits;
  let studied = -1;
  return {
    queue(day) {
      mind.startDay(day);
      const tasks = Array.from({ length: facts }, (_, card) => ({
        memory: mind.memory(card),
        importance: 1,
        fact: String(card),
      }));
      const { queue, more } = plan(tasks, dated(day), learnerOf({ ...habits, days: day }, mind.weights));
      return [...queue, ...more].map(({ task }) => task);
    },
    answered(card, day, seen) {
      habits = withAnswer(habits, mind.memory(card) === undefined, seen.rating);
      if (day > studied) habits = { ...habits, daysStudied: habits.daysStudied + 1 };
      studied = day;
      mind.hear(card, day, seen);
    },
    belief(card, day) {
      const memory = mind.memory(card);
      return memory ? retrievability(memory.stability, dated(day) - memory.last, mind.weights) : 0;
    },
  };
}

import { addDays } from '../../memory/day.ts';
import type { Day } from '../../memory/day.ts';
import { defaultWeights } from '../../memory/fsrs.ts';
import { practised } from '../../memory/replay.ts';
import type { Memory } from '../../memory/replay.ts';
import { planDay } from '../../plan/day-plan.ts';
import { rankGreedily } from '../../plan/greedy-plan.ts';
import { learnerOf, noHabits, withAnswer } from '../../plan/habits.ts';
import { pick } from '../../plan/pick.ts';
import type { DayPlan, Task } from '../../plan/pick.ts';
import type { Learner } from '../../plan/learner.ts';
import type { Course, Policy } from '../policy.ts';

/** A day of the simulation as a day of the calendar. */
const dated = (day: number): Day => addDays(20_000 as Day, day);

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

function planned({ facts }: Course, plan: Planner): Policy {
  const memories: (Memory | undefined)[] = Array.from({ length: facts });
  let habits = noHabits;
  let studied = -1;
  return {
    queue(day) {
      const tasks = memories.map((memory, card) => ({ memory, importance: 1, fact: String(card) }));
      const { queue, more } = plan(tasks, dated(day), learnerOf({ ...habits, days: day }, defaultWeights));
      return [...queue, ...more].map(({ task }) => task);
    },
    answered(card, day, rating) {
      habits = withAnswer(habits, memories[card] === undefined, rating);
      if (day > studied) habits = { ...habits, daysStudied: habits.daysStudied + 1 };
      studied = day;
      memories[card] = practised(memories[card], { day: dated(day), rating });
    },
  };
}

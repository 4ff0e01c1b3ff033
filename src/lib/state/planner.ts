// What decides what to ask today, a chunk of its own: a first visit has nothing to plan yet.
import type { Day } from '#core/memory/day.ts';
import type { Weights } from '#core/memory/fsrs.ts';
import { learnerOf } from '#core/plan/habits.ts';
import type { Learner } from '#core/plan/learner.ts';
import { habitsOn } from '#core/review/habits-of-log.ts';
import type { HabitsSoFar } from '#core/review/habits-of-log.ts';

export { todaysQueue } from '#core/card/queue.ts';

/** What the log shows of its learner, for a plan. */
export const learnerOfLog = (habits: HabitsSoFar, today: Day, weights: Weights): Learner =>
  learnerOf(habitsOn(habits, today), weights);

// What decides what to ask today, a chunk of its own: a first visit has nothing to plan yet.
import type { Day } from '#core/memory/day.ts';
import type { Weights } from '#core/memory/fsrs.ts';
import { learnerOf } from '#core/plan/habits.ts';
import type { Learner } from '#core/plan/learner.ts';
import { habitsOfLog } from '#core/review/habits-of-log.ts';
import type { Given } from '#core/review/standing.ts';

export { todaysQueue } from '#core/card/queue.ts';

/** What the log shows of its learner, for a plan. */
export const learnerOfLog = (reviews: readonly Given[], today: Day, weights: Weights): Learner =>
  learnerOf(habitsOfLog(reviews, today), weights);

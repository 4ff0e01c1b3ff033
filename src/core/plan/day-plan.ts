import type { Day } from '../memory/day.ts';
import { rankForExam } from './exam-plan.ts';
import { defaultLearner } from './learner.ts';
import type { Learner } from './learner.ts';
import { rankForRetention } from './long-term-plan.ts';
import { pick } from './pick.ts';
import type { DayPlan, Task } from './pick.ts';
import { withProbes } from './probes.ts';
import type { Ranking } from './rank.ts';

/** What the learner wants, and the time there is. */
export interface Goal {
  readonly today: Day;
  /** None, or one that is past, means learning for the long term. */
  readonly examDay?: Day | undefined;
  /** Seconds left today, and on each later day. */
  readonly secondsToday: number;
  readonly secondsPerDay: number;
  /** How much recall 30 days after the exam counts, 0..1 (0). */
  readonly laterShare?: number;
  /** The recall at which a card falls due where there is no exam (0.9). */
  readonly retention?: number;
}

/** Further away than this an exam does not shape today yet. */
const longestHorizon = 120;
/** In the last days everything that helps is asked, whatever should rather be kept apart. */
const sweepDays = 3;

/** What to do today: with an exam ahead what adds most to recall on that day, else what keeps memories alive. */
export function planDay(tasks: readonly Task[], goal: Goal, learner: Learner = defaultLearner): DayPlan {
  const days = daysToExam(goal);
  return pick(tasks, rankTasks(tasks, goal, learner), {
    today: goal.today,
    seconds: Math.max(0, goal.secondsToday),
    apart: days === undefined || days > sweepDays,
  });
}

function rankTasks(tasks: readonly Task[], goal: Goal, learner: Learner): Ranking {
  const { today, examDay, secondsToday, secondsPerDay, laterShare = 0, retention = 0.9 } = goal;
  const time = { today, secondsToday: Math.max(0, secondsToday), secondsPerDay };
  return examDay === undefined || daysToExam(goal) === undefined
    ? rankForRetention(tasks, { ...time, retention }, learner)
    : withProbes(tasks, rankForExam(tasks, { ...time, examDay, laterShare }, learner), today);
}

/** Days from today to the exam if the plan aims at it. */
function daysToExam({ today, examDay }: Goal): number | undefined {
  if (examDay === undefined || examDay < today || examDay - today > longestHorizon) return undefined;
  return examDay - today;
}

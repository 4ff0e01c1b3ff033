import { addDays } from '#core/memory/day.ts';
import { defaultWeights } from '#core/memory/fsrs.ts';
import { fitted } from '#core/memory/fit/fit.ts';
import { answeredOf, historiesOf } from '#core/memory/fit/histories.ts';
import { planDay } from '#core/plan/day-plan.ts';
import { examPlan } from '#core/plan/exam-plan.ts';
import { defaultLearner } from '#core/plan/learner.ts';
import type { Learner } from '#core/plan/learner.ts';
import { nothingKnown, standingAfter } from '#core/review/standing.ts';
import { simulatedPractices, simulatedWeights } from '../core/memory/fit/simulated.ts';
import { reviewsOf } from './history.ts';
import { someTasks, today } from './tasks.ts';

const examDay = addDays(today, 30);
const time = { today, examDay, secondsToday: 600, secondsPerDay: 600, laterShare: 0 };
/** Not the object that tables were found for before. */
const newLearner = (): Learner => ({ ...defaultLearner });

/** The plan of a day on which the learner has planned before: what answers do to memories is known. */
function queueOf(facts: number): () => unknown {
  const tasks = someTasks(facts);
  const learner = newLearner();
  planDay(tasks, time, learner);
  return () => planDay(tasks, time, learner);
}

function firstPlanOf(facts: number): () => unknown {
  const tasks = someTasks(facts);
  return () => examPlan(tasks, time, newLearner());
}

function fitOf(reviews: number): () => unknown {
  const answered = simulatedPractices(simulatedWeights(1), reviews).map(answeredOf);
  return () => fitted(historiesOf(answered));
}

/** One answer more after a long log: what stands between it and the next card. */
function nextCard(): () => unknown {
  const reviews = reviewsOf(100_000, 2000);
  let standing = standingAfter(reviews.slice(0, -100), defaultWeights, nothingKnown);
  let at = reviews.length - 100;
  return () => {
    standing = standingAfter(reviews.slice(at, at + 1), defaultWeights, standing);
    at += 1;
  };
}

/** What there is to measure, and how often: the median counts. */
const measures: Readonly<Record<string, readonly [prepare: () => () => unknown, times: number]>> = {
  'today’s queue of 2,000 facts': [() => queueOf(2000), 9],
  'today’s queue of 100,000 facts': [() => queueOf(100_000), 5],
  'first plan of 30 days, 2,000 facts': [() => firstPlanOf(2000), 5],
  'one more answer after 100,000': [nextCard, 50],
  'replay of 100,000 answers': [
    () => {
      const reviews = reviewsOf(100_000, 2000);
      return () => standingAfter(reviews);
    },
    3,
  ],
  'fit of 10,000 reviews': [() => fitOf(10_000), 5],
  'fit of 100,000 reviews': [() => fitOf(100_000), 3],
};

/** Each measure with its median time in milliseconds. */
function measureMemory(): readonly (readonly [what: string, ms: number])[] {
  return Object.entries(measures).map(([what, [prepare, times]]) => {
    const work = prepare();
    const took = Array.from({ length: times }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }).toSorted((a, b) => a - b);
    return [what, took[times >> 1] ?? Number.NaN];
  });
}

Object.assign(globalThis, { measureMemory });

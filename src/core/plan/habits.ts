import type { Rating, Weights } from '../memory/fsrs.ts';
import { defaultLearner } from './learner.ts';
import type { AnswerKind, Learner, RatingShares } from './learner.ts';

/** Answers whose whole time is known, and the seconds they took together. */
export interface TimeTaken {
  readonly answers: number;
  readonly seconds: number;
}

/** What a learner has done so far, counted. */
export interface Habits {
  /** How often first answers, and later ones, got each rating. */
  readonly first: RatingShares;
  readonly later: RatingShares;
  readonly times: Readonly<Record<AnswerKind, TimeTaken>>;
  /** Days from the first one to yesterday, and on how many of them there was study. */
  readonly days: number;
  readonly daysStudied: number;
}

const noTime: TimeTaken = { answers: 0, seconds: 0 };

export const noHabits: Habits = {
  first: { again: 0, hard: 0, good: 0, easy: 0 },
  later: { again: 0, hard: 0, good: 0, easy: 0 },
  times: { first: noTime, success: noTime, lapse: noTime },
  days: 0,
  daysStudied: 0,
};

/** How many answers, and days, of an average learner the counts are added to. */
const averageAnswers = 20;
const averageDays = 4;
/** A plan that counts on everything is the first to fail: even of the most regular learner a day may be missed. */
const mostAttendance = 0.95;
const leastAttendance = 0.5;
/** Times of this many times the average are believed at most, and at least: a plan for somebody still needs room. */
const [quickest, slowest] = [0.5, 3];

/** A learner with these habits and weights: what was counted, shrunk towards the average learner. */
export function learnerOf(habits: Habits, weights: Weights): Learner {
  const { first, later, seconds, attendance } = defaultLearner;
  const studied = (attendance * averageDays + habits.daysStudied) / (averageDays + habits.days);
  return {
    ...defaultLearner,
    weights,
    first: blended(first, habits.first),
    later: blended(later, { ...habits.later, again: 0 }),
    seconds: {
      first: usualTime(seconds.first, habits.times.first),
      success: usualTime(seconds.success, habits.times.success),
      lapse: usualTime(seconds.lapse, habits.times.lapse),
    },
    attendance: Math.min(Math.max(studied, leastAttendance), mostAttendance),
  };
}

/** One more answer counted. */
export function withAnswer(habits: Habits, isFirst: boolean, rating: Rating): Habits {
  const kind = isFirst ? 'first' : 'later';
  return { ...habits, [kind]: { ...habits[kind], [rating]: habits[kind][rating] + 1 } };
}

function blended(average: RatingShares, counted: RatingShares): RatingShares {
  const share = (rating: Rating) => average[rating] * averageAnswers + counted[rating];
  return { again: share('again'), hard: share('hard'), good: share('good'), easy: share('easy') };
}

function usualTime(average: number, { answers, seconds }: TimeTaken): number {
  const usual = (average * averageAnswers + seconds) / (averageAnswers + answers);
  return Math.min(Math.max(usual, average * quickest), average * slowest);
}

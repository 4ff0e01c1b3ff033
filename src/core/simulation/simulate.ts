import { seededRandom } from '../item/random.ts';
import type { Random } from '../item/random.ts';
import type { Rating } from '../memory/fsrs.ts';
import { laterDays } from '../plan/objective.ts';
import { drawRating, firstRatings, successRatings } from './chance.ts';
import type { Course, Policy } from './policy.ts';
import type { Truth } from './truth.ts';

/** What one simulated study came to. */
export interface Outcome {
  /** Mean true recall of all facts on the exam day, and 30 days later, 0..1. */
  readonly examRecall: number;
  readonly later: number;
  /** Mean minutes on the days on which there was study. */
  readonly minutes: number;
}

export interface Study extends Course {
  /** The share of days, 0..1, on which the learner does not come. */
  readonly missed: number;
}

const secondsFor = { first: 18, success: 8, lapse: 23 } as const;

/** A study on its way. */
interface Progress {
  readonly study: Study;
  readonly policy: Policy;
  readonly truth: Truth;
  readonly met: Uint8Array;
  readonly random: Random;
}

/** One learner studies one course under a policy, day by day. Everything random comes from the seed. */
export function simulate(study: Study, policy: Policy, truth: Truth, seed: string): Outcome {
  const attendance = seededRandom(`${seed}|days`);
  const random = seededRandom(`${seed}|answers`);
  const progress = { study, policy, truth, random, met: new Uint8Array(study.facts) };
  let [seconds, daysStudied] = [0, 0];
  for (let day = 0; day < study.days; day += 1) {
    if (attendance() < study.missed) continue;
    daysStudied += 1;
    seconds += studyDay(progress, day);
  }
  return {
    examRecall: meanRecall(study, truth, study.days),
    later: meanRecall(study, truth, study.days + laterDays),
    minutes: daysStudied === 0 ? 0 : seconds / 60 / daysStudied,
  };
}

/** The seconds spent on a day: cards are asked in the policy's order until the minutes are over. */
function studyDay(progress: Progress, day: number): number {
  const { study, policy } = progress;
  let spent = 0;
  for (const card of policy.queue(day)) {
    if (spent >= study.minutes * 60) break;
    const { rating, seconds } = answer(progress, card, day);
    spent += seconds;
    policy.answered(card, day, rating);
  }
  return spent;
}

function answer({ truth, met, random }: Progress, card: number, day: number): Answer {
  const given = answerOf(truth.recall(card, day), met[card] === 1, random);
  met[card] = 1;
  truth.practise(card, day, given.rating);
  return given;
}

interface Answer {
  readonly rating: Rating;
  readonly seconds: number;
}

function answerOf(recall: number, isMet: boolean, random: Random): Answer {
  if (!isMet) return { rating: drawRating(firstRatings, random), seconds: secondsFor.first };
  if (random() >= recall) return { rating: 'again', seconds: secondsFor.lapse };
  return { rating: drawRating(successRatings, random), seconds: secondsFor.success };
}

function meanRecall({ facts }: Study, truth: Truth, day: number): number {
  let sum = 0;
  for (let card = 0; card < facts; card += 1) sum += truth.recall(card, day);
  return sum / facts;
}

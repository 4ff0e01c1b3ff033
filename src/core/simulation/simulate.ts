import { seededRandom } from '../item/random.ts';
import type { Random } from '../item/random.ts';
import type { Rating } from '../memory/fsrs.ts';
import { laterDays } from '../plan/objective.ts';
import { drawRating, firstRatings, successRatings } from './chance.ts';
import type { Course, Policy, Seen } from './policy.ts';
import type { Truth } from './truth.ts';

/** What one simulated study came to. */
export interface Outcome {
  /** Mean true recall of all facts on the exam day, and 30 days later, 0..1. */
  readonly examRecall: number;
  readonly later: number;
  /** Mean minutes on the days on which there was study. */
  readonly minutes: number;
  /** How much more recall on the exam day the policy believes in than there is, mean of the facts asked; NaN without a belief. */
  readonly overstated: number;
}

export interface Study extends Course {
  /** The share of days, 0..1, on which the learner does not come. */
  readonly missed: number;
  /** How many options an item has; 0 for items that cannot be guessed. */
  readonly options: number;
  /** The share of facts, 0..1, that the learner knows before the first day. */
  readonly known: number;
  /** Whether every fact is asked once before any is asked again. */
  readonly pretest: boolean;
}

const secondsFor = { first: 18, success: 8, lapse: 23 } as const;
/** How often somebody who knows picks the wrong option. */
const slip = 0.02;

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
  learnBefore(study, truth, seededRandom(`${seed}|known`));
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
    overstated: overstatement(progress),
  };
}

/** What is known before was met with ease weeks ago, and recalled since. */
function learnBefore({ facts, known }: Study, truth: Truth, random: Random): void {
  for (let card = 0; card < facts; card += 1) {
    if (random() >= known) continue;
    for (const day of [-40, -30, -14]) truth.practise(card, day, 'easy');
  }
}

/** The seconds spent on a day: cards are asked in the policy's order until the minutes are over. */
function studyDay(progress: Progress, day: number): number {
  const { study, policy } = progress;
  let spent = 0;
  for (const card of withPretest(progress, policy.queue(day))) {
    if (spent >= study.minutes * 60) break;
    const { seen, seconds } = answer(progress, card, day);
    spent += seconds;
    policy.answered(card, day, seen);
  }
  return spent;
}

function withPretest({ study, met }: Progress, queue: readonly number[]): readonly number[] {
  if (!study.pretest) return queue;
  const fresh = Array.from({ length: study.facts }, (_, card) => card).filter((card) => met[card] !== 1);
  return [...fresh, ...queue.filter((card) => met[card] === 1)];
}

interface Answer {
  readonly seen: Seen;
  readonly seconds: number;
}

/** The learner knows or does not; with options, who does not may guess right and who does may slip. */
function answer({ study, truth, met, random }: Progress, card: number, day: number): Answer {
  const isMet = met[card] === 1;
  met[card] = 1;
  const knew = random() < truth.recall(card, day);
  const isNew = truth.recall(card, day) === 0;
  const rating = ratingOf(isNew && study.options === 0, knew, random);
  truth.practise(card, day, rating);
  const seconds = knew ? secondsFor.success : isMet ? secondsFor.lapse : secondsFor.first;
  if (study.options === 0) return { seconds, seen: { rating, guess: 0 } };
  const right = knew ? random() >= slip : random() < 1 / study.options;
  return { seconds, seen: { rating: right ? 'good' : 'again', guess: 1 / study.options } };
}

/** What the answer does to the memory: without options a new card is shown, with them it is asked and then put right. */
function ratingOf(isShown: boolean, knew: boolean, random: Random): Rating {
  if (isShown) return drawRating(firstRatings, random);
  return knew ? drawRating(successRatings, random) : 'again';
}

function meanRecall({ facts }: Study, truth: Truth, day: number): number {
  let sum = 0;
  for (let card = 0; card < facts; card += 1) sum += truth.recall(card, day);
  return sum / facts;
}

function overstatement({ study, policy, truth, met }: Progress): number {
  let [sum, count] = [0, 0];
  for (let card = 0; card < study.facts; card += 1) {
    if (met[card] !== 1) continue;
    sum += (policy.belief?.(card, study.days) ?? Number.NaN) - truth.recall(card, study.days);
    count += 1;
  }
  return sum / count;
}

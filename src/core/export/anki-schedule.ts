import type { SqlRow } from '../file/sqlite-write.ts';
import type { Day } from '../memory/day.ts';
import type { Rating } from '../memory/fsrs.ts';
import { practised } from '../memory/replay.ts';
import type { Memory } from '../memory/replay.ts';
import type { Remembered } from './schedule.ts';

/*
 * A learner's memory as columns of Anki's tables. Its own memory state is FSRS's too, so it goes over as it is; where
 * FSRS is off, Anki goes by the interval and an ease that nobody has measured.
 */

const review = { type: 2, queue: 2 } as const;
/** Thousandths: what Anki gives every card at first. */
const usualEase = 2500;
/** Of recall, as stabilities are defined here. */
const wanted = 0.9;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** From `type` to `left`, and `data`: a card that is due on its day, counted from the day on which the collection begins. */
export function scheduledColumns({ memory }: Remembered, firstDay: Day, lastUtcMs: number) {
  const { type, queue } = review;
  const { due, reviews, lapses } = memory;
  return {
    columns: [type, queue, due - firstDay, intervalOf(memory), usualEase, reviews, lapses, 0],
    data: JSON.stringify({
      s: rounded(memory.stability, 4),
      d: rounded(memory.difficulty, 3),
      dr: wanted,
      decay: rounded(memory.decay, 4),
      lrt: Math.floor(lastUtcMs / 1000),
    }),
  };
}

/** When a card was answered last; noon of its last day where the answers are not known. */
export const lastAnswered = ({ memory, answers }: Remembered, dayStartMs: (day: Day) => number): number =>
  answers.at(-1)?.utcMs ?? dayStartMs(memory.last) + 8 * hourMs;

const intervalOf = ({ due, last }: Memory): number => Math.max(1, due - last);

const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

const eases: Readonly<Record<Rating, number>> = { again: 1, hard: 2, good: 3, easy: 4 };
const kinds = { learn: 0, review: 1 } as const;
/** Anki counts no answer as longer. */
const mostMs = 60_000;

/** The answers to a card as rows of the log of reviews; `free` gives each a moment of its own, which names it there. */
export function loggedReviews(
  { answers }: Remembered,
  card: number,
  free: (utcMs: number) => number,
): readonly SqlRow[] {
  let memory: Memory | undefined;
  return answers.map(({ utcMs, day, rating, tookMs }) => {
    const before = memory;
    memory = practised(before, { day, rating });
    const kind = before && day > before.last ? kinds.review : kinds.learn;
    const intervals = [intervalOf(memory), before ? intervalOf(before) : 0];
    const took = Math.min(Math.round(tookMs), mostMs);
    return { id: free(utcMs), values: [null, card, -1, eases[rating], ...intervals, usualEase, took, kind] };
  });
}

/** The moment at which a day begins for the learner: four in the morning. */
export const dayStart =
  (tzOffsetMin: number) =>
  (day: Day): number =>
    day * dayMs + 4 * hourMs - tzOffsetMin * 60_000;

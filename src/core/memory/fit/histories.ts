import type { Day } from '../day.ts';
import { evidenceOfRating } from '../evidence.ts';
import type { Evidence } from '../evidence.ts';
import type { Rating } from '../fsrs.ts';
import type { Practice } from '../replay.ts';

/** One answer about one card, with the chance that it was known. */
export interface Answered {
  readonly card: string | number;
  readonly day: Day;
  readonly evidence: Evidence;
  readonly knew: number;
}

/**
 * The reviews of many cards, card after card, as flat columns: a fit reads them dozens of times. A review predicts
 * something when its card was reviewed on a day before.
 */
export interface Histories {
  readonly cards: number;
  /** Where each card's reviews start; one more entry than cards. */
  readonly starts: Uint32Array;
  /** Whole days since the card's review before; 0 for the first and on the same day. */
  readonly elapsed: Float64Array;
  /** The rating if it was known: 2 hard, 3 good, 4 easy. */
  readonly grade: Uint8Array;
  readonly knew: Float64Array;
  readonly ifKnown: Float64Array;
  readonly ifUnknown: Float64Array;
  readonly gain: Float64Array;
  /** Place among all predictions in the order of time, from 0; -1 for a review that predicts nothing. */
  readonly place: Int32Array;
  readonly predictions: number;
}

const grades: Readonly<Record<Rating, number>> = { again: 1, hard: 2, good: 3, easy: 4 };

/** Columns from answers in the order of time. A day before the card's last one counts as the same day. */
export function historiesOf(answers: readonly Answered[]): Histories {
  const { starts, at } = grouped(answers);
  const size = answers.length;
  const histories = {
    cards: starts.length - 1,
    starts,
    elapsed: new Float64Array(size),
    grade: new Uint8Array(size),
    knew: new Float64Array(size),
    ifKnown: new Float64Array(size),
    ifUnknown: new Float64Array(size),
    gain: new Float64Array(size),
    place: new Int32Array(size).fill(-1),
  };
  answers.forEach(({ evidence, knew }, index) => {
    const row = at[index] ?? 0;
    histories.grade[row] = grades[evidence.rating];
    histories.knew[row] = knew;
    histories.ifKnown[row] = evidence.ifKnown;
    histories.ifUnknown[row] = evidence.ifUnknown;
    histories.gain[row] = evidence.gain;
  });
  return { ...histories, predictions: countDays(answers, at, histories) };
}

/** Practices that were rated, for which nothing is in doubt. */
export const answeredOf = ({ card, day, rating }: Practice<string | number>): Answered => ({
  card,
  day,
  evidence: evidenceOfRating[rating],
  knew: rating === 'again' ? 0 : 1,
});

/** For each answer its row, so that a card's answers stand together. */
function grouped(answers: readonly Answered[]): { starts: Uint32Array; at: Uint32Array } {
  const numbers = new Map<string | number, number>();
  const counts: number[] = [];
  const card = Uint32Array.from(answers, ({ card: id }) => {
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    counts[number] = (counts[number] ?? 0) + 1;
    return number;
  });
  const starts = new Uint32Array(counts.length + 1);
  counts.forEach((count, number) => (starts[number + 1] = (starts[number] ?? 0) + count));
  const next = starts.slice();
  return { starts, at: card.map((number) => (next[number] = (next[number] ?? 0) + 1) - 1) };
}

/** Fills in the days between reviews and which of them predict something; gives back how many do. */
function countDays(
  answers: readonly Answered[],
  at: Uint32Array,
  { starts, elapsed, place }: Pick<Histories, 'starts' | 'elapsed' | 'place'>,
): number {
  const first = new Set(starts);
  const last = new Float64Array(answers.length);
  let predictions = 0;
  answers.forEach(({ day }, index) => {
    const row = at[index] ?? 0;
    const before = first.has(row) ? day : (last[row - 1] ?? day);
    last[row] = Math.max(before, day);
    elapsed[row] = Math.max(0, day - before);
    if (day > before) place[row] = predictions++;
  });
  return predictions;
}

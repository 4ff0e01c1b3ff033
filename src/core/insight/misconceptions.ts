import type { Row } from '../assignment/class-results.ts';
import type { CardId } from '../fact/fact.ts';
import { foldText } from '../item/words.ts';
import { discoveries } from '../statistics/discoveries.ts';
import type { Suspicion } from '../statistics/discoveries.ts';
import { midTail } from '../statistics/tail.ts';
import { trialsOf } from './trial.ts';
import type { Lure, Trial } from './trial.ts';

/** What one student did with every item. */
export type Sheet = Pick<Row, 'student' | 'cells'>;

/** Something that more of a class take for right than guessing explains. */
export interface Misconception {
  readonly card: CardId;
  readonly right: string;
  readonly taken: Lure;
  /** Who took it, in the order of the sheets. */
  readonly students: readonly string[];
  /** How many could have. */
  readonly of: number;
  /** How likely guessing alone does as much, 0..1, times the number of lures that the card was seen with. */
  readonly p: number;
}

/** Of what is called a misconception, in the mean over classes, at most this share is chance; over all of them one in twenty. */
const falseAlarmRate = 0.035;
/** Fewer than this are no matter for the class. */
const fewest = 3;

/**
 * What a class confuses, the most certain first. Null hypothesis for a card: whoever does not know it guesses, and takes
 * each of the lures offered alike. A student counts once for a lure. The smallest p of each card goes through
 * `discoveries`, which holds the share of false alarms down.
 */
export function misconceptionsOf(sheets: readonly Sheet[]): readonly Misconception[] {
  const suspects = [...countByCard(sheets)].map(([card, counts]) => suspectOf(card, [...counts.values()]));
  return discoveries(suspects, falseAlarmRate)
    .flatMap(({ found }) => found)
    .filter(({ students }) => students.length >= fewest)
    .toSorted((a, b) => a.p - b.p || b.students.length - a.students.length);
}

/** All that was seen of one lure of a card. */
interface Count {
  readonly right: string;
  readonly lure: Lure;
  readonly asked: Set<string>;
  readonly takers: Set<string>;
  readonly chances: Map<string, number>;
}

function countByCard(sheets: readonly Sheet[]): ReadonlyMap<CardId, ReadonlyMap<string, Count>> {
  const cards = new Map<CardId, Map<string, Count>>();
  for (const { student, cells } of sheets) {
    for (const trial of cells.flatMap(trialsOf)) {
      const counts = cards.get(trial.card) ?? new Map<string, Count>();
      cards.set(trial.card, counts);
      for (const lure of trial.lures) add(counts, student, trial, lure);
    }
  }
  return cards;
}

function add(counts: Map<string, Count>, student: string, trial: Trial, lure: Lure): void {
  const name = foldText(lure.text);
  const count = counts.get(name) ?? newCount(trial, lure);
  counts.set(name, count);
  count.asked.add(student);
  if (!trial.telling || count.chances.has(student)) return;
  count.chances.set(student, trial.chance);
  if (trial.taken.some(({ text }) => text === lure.text)) count.takers.add(student);
}

const newCount = ({ right }: Trial, lure: Lure): Count => ({
  right,
  lure,
  asked: new Set(),
  takers: new Set(),
  chances: new Map(),
});

interface Suspect extends Suspicion {
  readonly found: readonly Misconception[];
}

function suspectOf(card: CardId, counts: readonly Count[]): Suspect {
  const told = counts.filter(({ chances }) => chances.size > 0);
  const scaled = (p: number): number => Math.min(1, p * told.length);
  const tails = told.map((count) => {
    const chances = [...count.chances.values()];
    return {
      count,
      p: scaled(midTail(chances, count.takers.size)),
      least: scaled(midTail(chances, chances.length)),
    };
  });
  const p = Math.min(1, ...tails.map((tail) => tail.p));
  return {
    p,
    least: Math.min(1, ...tails.map(({ least }) => least)),
    found: tails
      .filter((tail) => tail.p <= falseAlarmRate && tail.count.takers.size > 0)
      .map((tail) => foundIn(card, tail.count, tail.p)),
  };
}

const foundIn = (card: CardId, { right, lure, takers, asked }: Count, p: number): Misconception => ({
  card,
  right,
  taken: lure,
  students: [...takers],
  of: asked.size,
  p,
});

import type { Base } from '../fact/base.ts';
import type { Card, CardId } from '../fact/fact.ts';
import type { Day } from '../memory/day.ts';
import type { Memory } from '../memory/replay.ts';
import { planDay } from '../plan/day-plan.ts';
import type { Learner } from '../plan/learner.ts';
import type { Pick } from '../plan/pick.ts';
import { deckOf } from './deck.ts';

/** What a learner allows for, and aims at. */
export interface Limits {
  /** Minutes a day. */
  readonly minutes: number;
  /** Seconds already spent on reviews today. */
  readonly spentSeconds: number;
  readonly examDay?: Day;
  /** How much recall 30 days after the exam counts, 0..1 (0). */
  readonly laterShare?: number;
  /** What is known of the learner; an average one when it is left out. */
  readonly learner?: Learner;
}

/** What to do today, most useful first, within the learner's minutes. */
export interface Queue {
  /** Cards to review. */
  readonly due: readonly CardId[];
  /** Cards to meet for the first time. */
  readonly fresh: readonly CardId[];
  readonly minutes: number;
}

/** Today's cards by the plan of the remaining days. Give only cards that may be asked. */
export function todaysQueue(
  base: Base,
  cards: readonly Card[],
  memories: ReadonlyMap<CardId, Memory>,
  today: Day,
  { minutes, spentSeconds, examDay, laterShare = 0, learner }: Limits,
): Queue {
  const deck = deckOf(base, cards);
  const tasks = deck.tasks.map((task, place) => ({ ...task, memory: memoryAt(deck.cards, place, memories) }));
  const goal = {
    today,
    examDay,
    laterShare,
    secondsToday: Math.max(0, minutes * 60 - spentSeconds),
    secondsPerDay: minutes * 60,
  };
  const { queue, seconds } = planDay(tasks, goal, learner);
  const idsOf = (isFresh: boolean): readonly CardId[] =>
    queue.flatMap(({ task }: Pick) => {
      const card = deck.cards[task];
      return card && memories.has(card.id) !== isFresh ? [card.id] : [];
    });
  return { due: idsOf(false), fresh: idsOf(true), minutes: inMinutes(seconds) };
}

/** The nearest whole minutes; what takes any time at all takes one. */
const inMinutes = (seconds: number): number => Math.max(seconds > 0 ? 1 : 0, Math.round(seconds / 60));

function memoryAt(
  cards: readonly Card[],
  place: number,
  memories: ReadonlyMap<CardId, Memory>,
): Memory | undefined {
  const card = cards[place];
  return card && memories.get(card.id);
}

/** Cards never reviewed, in the order in which to meet them. */
export function freshCards(
  base: Base,
  cards: readonly Card[],
  memories: ReadonlyMap<CardId, Memory>,
): readonly Card[] {
  return deckOf(base, cards).cards.filter((card) => !memories.has(card.id));
}

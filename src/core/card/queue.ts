import type { Base } from '../fact/base.ts';
import { factOf } from '../fact/base.ts';
import type { Card, CardId, FactId, Importance } from '../fact/fact.ts';
import type { Day } from '../memory/day.ts';
import { recall } from '../memory/replay.ts';
import type { Memory } from '../memory/replay.ts';

/** What a learner allows for today. */
export interface Limits {
  readonly minutes: number;
  /** Seconds already spent on reviews today. */
  readonly spentSeconds: number;
  readonly examDay?: Day;
}

/** What to do today, most useful first, within the learner's minutes. */
export interface Queue {
  /** Cards to review, weakest first. */
  readonly due: readonly CardId[];
  /** Cards to meet for the first time. */
  readonly fresh: readonly CardId[];
  readonly minutes: number;
  /** Cards that are due or could be met but do not fit into today's minutes. */
  readonly waiting: number;
}

/** Seconds that an answer usually takes, until the learner's own times are known. */
export const secondsPerReview = 8;
export const secondsPerFresh = 18;
/** New cards on a day without an exam in sight. */
const freshPerDay = 12;

export function todaysQueue(
  base: Base,
  cards: readonly Card[],
  memories: ReadonlyMap<CardId, Memory>,
  today: Day,
  limits: Limits,
): Queue {
  const seconds = Math.max(0, limits.minutes * 60 - limits.spentSeconds);
  const due = dueCards(cards, memories, today);
  const fitting = due.slice(0, Math.ceil(seconds / secondsPerReview));
  const unseen = freshCards(base, cards, memories);
  const room = Math.floor((seconds - fitting.length * secondsPerReview) / secondsPerFresh);
  const wanted = freshAllowance(unseen.length, memories, today, limits.examDay);
  const fresh = onePerFact(unseen, fitting, cards, memories, today).slice(
    0,
    Math.max(0, Math.min(room, wanted)),
  );
  return {
    due: fitting,
    fresh: fresh.map((card) => card.id),
    minutes: Math.ceil((fitting.length * secondsPerReview + fresh.length * secondsPerFresh) / 60),
    waiting: due.length + unseen.length - fitting.length - fresh.length,
  };
}

/** Cards whose recall has fallen to the wanted retention, the weakest first. */
export function dueCards(
  cards: readonly Card[],
  memories: ReadonlyMap<CardId, Memory>,
  today: Day,
): readonly CardId[] {
  return cards
    .flatMap(({ id }) => {
      const memory = memories.get(id);
      return memory && memory.due <= today ? [{ id, recall: recall(memory, today) }] : [];
    })
    .toSorted((a, b) => a.recall - b.recall)
    .map(({ id }) => id);
}

const order: Readonly<Record<Importance, number>> = { core: 0, supporting: 1, detail: 2 };

/**
 * Cards never reviewed: what matters most first, and among equals a card of each sub-topic in turn, so that the first
 * sittings give an overview.
 */
export function freshCards(
  base: Base,
  cards: readonly Card[],
  memories: ReadonlyMap<CardId, Memory>,
): readonly Card[] {
  const turns = new Map<string, number>();
  return cards
    .map((card) => {
      const { importance, subtopic } = factOf(base, card.fact);
      const group = `${importance} ${subtopic}`;
      const turn = turns.get(group) ?? 0;
      turns.set(group, turn + 1);
      return { card, rank: order[importance] * cards.length + turn };
    })
    .filter(({ card }) => !memories.has(card.id))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ card }) => card);
}

/** With an exam ahead, enough new cards a day to have met them all three days before it. */
function freshAllowance(
  unseen: number,
  memories: ReadonlyMap<CardId, Memory>,
  today: Day,
  examDay: Day | undefined,
): number {
  const metToday = [...memories.values()].filter(
    (memory) => memory.reviews === 1 && memory.last === today,
  ).length;
  const daysLeft = examDay === undefined || examDay < today ? undefined : Math.max(1, examDay - today - 3);
  const wanted = daysLeft === undefined ? freshPerDay : Math.max(freshPerDay, Math.ceil(unseen / daysLeft));
  return wanted - metToday;
}

/** Two sides of one fact on one day give each other away: the second waits. */
function onePerFact(
  unseen: readonly Card[],
  due: readonly CardId[],
  cards: readonly Card[],
  memories: ReadonlyMap<CardId, Memory>,
  today: Day,
): readonly Card[] {
  const dueIds = new Set(due);
  const asked = cards.filter(({ id }) => dueIds.has(id) || memories.get(id)?.last === today);
  const taken = new Set<FactId>(asked.map((card) => card.fact));
  return unseen.filter((card) => {
    if (taken.has(card.fact)) return false;
    taken.add(card.fact);
    return true;
  });
}

import type { Base } from '../fact/base.ts';
import type { Card, CardId } from '../fact/fact.ts';
import type { Day } from '../memory/day.ts';
import type { Memory } from '../memory/replay.ts';
import { planDay } from '../plan/day-plan.ts';
import { defaultLearner } from '../plan/learner.ts';
import type { Learner } from '../plan/learner.ts';
import { outlook } from '../plan/outlook.ts';
import type { Task } from '../plan/pick.ts';
import { projection } from '../plan/projection.ts';
import { deckOf } from './deck.ts';
import type { Limits } from './queue.ts';

/** How many cards of a topic would be known on the exam day. */
export interface ExamOutlook {
  readonly cards: number;
  /** If nothing more were studied. */
  readonly now: number;
  /** With today's session, and nothing after it. */
  readonly withToday: number;
}

/** What a number of minutes a day would lead to. */
export interface MinutesOutlook {
  readonly minutes: number;
  /** Cards known on the exam day. */
  readonly known: number;
  /** Half the width of the interval in which chance leaves the number, 19 times in 20. */
  readonly margin: number;
}

export interface ExamLimits extends Limits {
  readonly examDay: Day;
}

/** The outlook as it stands today. Give only cards that may be asked. */
export function examOutlook(
  base: Base,
  cards: readonly Card[],
  memories: ReadonlyMap<CardId, Memory>,
  today: Day,
  { minutes, spentSeconds, examDay, laterShare = 0, learner = defaultLearner }: ExamLimits,
): ExamOutlook {
  const tasks = tasksOf(base, cards, memories);
  const secondsPerDay = minutes * 60;
  const secondsToday = Math.max(0, secondsPerDay - spentSeconds);
  const plan = planDay(tasks, { today, examDay, secondsToday, secondsPerDay, laterShare }, learner);
  const { now, planned } = outlook(tasks, plan.queue, { today, examDay }, learner);
  return { cards: tasks.length, now, withToday: planned };
}

/** Where each of several numbers of minutes a day would lead by the exam. */
export function outlookByMinutes(
  base: Base,
  cards: readonly Card[],
  memories: ReadonlyMap<CardId, Memory>,
  {
    today,
    examDay,
    learner = defaultLearner,
  }: { readonly today: Day; readonly examDay: Day; readonly learner?: Learner },
  minutes: readonly number[],
): readonly MinutesOutlook[] {
  const tasks = tasksOf(base, cards, memories);
  return minutes.map((daily) => {
    const time = { secondsToday: daily * 60, secondsPerDay: daily * 60, laterShare: 0 };
    const known = projection(tasks, { today, examDay, ...time }, learner);
    return { minutes: daily, known, margin: chanceMargin(known, tasks.length) };
  });
}

/** As if each card were known or not by a throw of its own. */
function chanceMargin(known: number, cards: number): number {
  const share = cards === 0 ? 0 : known / cards;
  return 1.96 * Math.sqrt(cards * share * (1 - share));
}

function tasksOf(base: Base, cards: readonly Card[], memories: ReadonlyMap<CardId, Memory>): readonly Task[] {
  const deck = deckOf(base, cards);
  return deck.tasks.map((task, place) => {
    const card = deck.cards[place];
    return { ...task, memory: card && memories.get(card.id) };
  });
}

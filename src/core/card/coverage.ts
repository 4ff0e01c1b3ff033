import type { Base } from '../fact/base.ts';
import { factOf } from '../fact/base.ts';
import type { Card, CardId, SubtopicId } from '../fact/fact.ts';
import type { Day } from '../memory/day.ts';
import { recall } from '../memory/replay.ts';
import type { Memory } from '../memory/replay.ts';

/** How many cards a learner knows, is learning, and has not met. */
export interface Coverage {
  readonly known: number;
  readonly learning: number;
  readonly fresh: number;
  readonly total: number;
}

export interface SubtopicCoverage extends Coverage {
  readonly subtopic: SubtopicId;
  readonly title: string;
}

/** A card counts as known when it has lasted a week and would be recalled today with 85 % chance. */
const knownStability = 7;
const knownRecall = 0.85;

/** Coverage of the topic's sub-topics that have cards, in the topic's order. */
export function coverage(
  base: Base,
  cards: readonly Card[],
  memories: ReadonlyMap<CardId, Memory>,
  today: Day,
): readonly SubtopicCoverage[] {
  return base.topic.subtopics.flatMap(({ id, title }) => {
    const own = cards.filter((card) => factOf(base, card.fact).subtopic === id);
    return own.length === 0 ? [] : [{ subtopic: id, title, ...coverageOf(own, memories, today) }];
  });
}

export function coverageOf(
  cards: readonly Card[],
  memories: ReadonlyMap<CardId, Memory>,
  today: Day,
): Coverage {
  const met = cards.flatMap((card) => memories.get(card.id) ?? []);
  const known = met.filter(
    (memory) => memory.stability >= knownStability && recall(memory, today) >= knownRecall,
  ).length;
  return { known, learning: met.length - known, fresh: cards.length - met.length, total: cards.length };
}

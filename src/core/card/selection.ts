import { factOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import type { Card, CardId, SubtopicId } from '../fact/fact.ts';
import type { Day } from '../memory/day.ts';
import { recall } from '../memory/replay.ts';
import type { Memory } from '../memory/replay.ts';

export const pickings = ['all', 'new', 'due', 'weak', 'missed', 'suspended'] as const;
/** Which cards a learner wants to see or study. */
export type Picking = (typeof pickings)[number];

/** What is known of the learner's cards. */
export interface Known {
  readonly memories: ReadonlyMap<CardId, Memory>;
  readonly suspended: ReadonlySet<CardId>;
  /** Cards whose latest answer was wrong. */
  readonly missed: ReadonlySet<CardId>;
  readonly today: Day;
}

export interface Selection {
  readonly picking: Picking;
  /** All of them when it is left out. */
  readonly subtopic?: SubtopicId;
}

/** Below this chance of recall a card counts as weak. */
const weakRecall = 0.8;
/** So does one that would not last so many days. */
const weakStability = 3;

/** The cards of a selection, in the order worth studying them: the weakest first, new ones in the topic's order. */
export function selectCards(
  base: Base,
  cards: readonly Card[],
  known: Known,
  { picking, subtopic }: Selection,
): readonly Card[] {
  const wanted = cards.filter(
    (card) =>
      (subtopic === undefined || factOf(base, card.fact).subtopic === subtopic) &&
      belongs(card.id, known, picking),
  );
  if (picking === 'new') return wanted;
  const strength = (card: Card): number => {
    const memory = known.memories.get(card.id);
    return memory ? recall(memory, known.today) : 2;
  };
  return wanted
    .map((card) => ({ card, strength: strength(card) }))
    .toSorted((a, b) => a.strength - b.strength)
    .map(({ card }) => card);
}

function belongs(id: CardId, { memories, suspended, missed, today }: Known, picking: Picking): boolean {
  if (picking === 'suspended') return suspended.has(id);
  if (picking === 'all') return true;
  const memory = memories.get(id);
  if (suspended.has(id)) return false;
  switch (picking) {
    case 'new':
      return memory === undefined;
    case 'due':
      return memory !== undefined && memory.due <= today;
    case 'weak':
      return memory !== undefined && (memory.stability < weakStability || recall(memory, today) < weakRecall);
    case 'missed':
      return missed.has(id);
  }
}

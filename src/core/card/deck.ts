import { factOf, objectKey, subjectKey } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import type { Card, Fact, Importance } from '../fact/fact.ts';
import type { Task } from '../plan/pick.ts';

/** A topic's cards in the order in which to meet them, with what a plan needs to know of each but its memory. */
export interface Deck {
  readonly cards: readonly Card[];
  readonly tasks: readonly Omit<Task, 'memory'>[];
}

const decks = new WeakMap<readonly Card[], Deck>();

/** The deck of these cards; found once for each list of cards. */
export function deckOf(base: Base, cards: readonly Card[]): Deck {
  const known = decks.get(cards);
  if (known) return known;
  const ordered = inOrderOfMeeting(base, cards);
  const heads = headsOf(base, ordered);
  const tasks = ordered.map((card) => {
    const fact = factOf(base, card.fact);
    const { subject, importance } = fact;
    const head = heads.get(subject);
    const isBelow = head !== undefined && order[importance] > order[head.importance];
    return {
      fact: card.fact,
      importance: worths[importance],
      alike: likenesses(card, fact),
      after: isBelow ? [head.place] : [],
    };
  });
  const deck = { cards: ordered, tasks };
  decks.set(cards, deck);
  return deck;
}

const order: Readonly<Record<Importance, number>> = { core: 0, supporting: 1, detail: 2 };
/** How much knowing a fact counts. */
const worths: Readonly<Record<Importance, number>> = { core: 1.5, supporting: 1, detail: 0.7 };

/** What matters most first, and among equals a card of each sub-topic in turn, so that first sittings give an overview. */
function inOrderOfMeeting(base: Base, cards: readonly Card[]): readonly Card[] {
  const turns = new Map<string, number>();
  return cards
    .map((card) => {
      const { importance, subtopic } = factOf(base, card.fact);
      const group = `${importance} ${subtopic}`;
      const turn = turns.get(group) ?? 0;
      turns.set(group, turn + 1);
      return { card, rank: order[importance] * cards.length + turn };
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ card }) => card);
}

/**
 * Cards whose items say nearly the same and have another answer are easily taken for one another: the same is asked of
 * facts that differ in that slot alone.
 */
function likenesses({ facet }: Card, { subject, predicate, object }: Fact): readonly string[] {
  const [start, end] = [subjectKey(subject, predicate), objectKey(predicate, object)];
  if (facet === 'object') return [`${facet} of ${start}`];
  if (facet === 'subject') return [`${facet} of ${end}`];
  return [`${facet} of ${start}`, `${facet} with ${end}`];
}

interface Head {
  readonly place: number;
  readonly importance: Importance;
}

/** The first card about each subject: details of it wait until that has been met. */
function headsOf(base: Base, cards: readonly Card[]): ReadonlyMap<Fact['subject'], Head> {
  const heads = new Map<Fact['subject'], Head>();
  cards.forEach((card, place) => {
    const { subject, importance } = factOf(base, card.fact);
    if (!heads.has(subject)) heads.set(subject, { place, importance });
  });
  return heads;
}

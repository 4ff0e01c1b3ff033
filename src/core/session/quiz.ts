import type { Base } from '../fact/base.ts';
import { factOf } from '../fact/base.ts';
import type { Card, FactId } from '../fact/fact.ts';
import { makeItem } from '../item/generate.ts';
import { formIds } from '../item/item.ts';
import type { FormId } from '../item/item.ts';
import { seededRandom, shuffle } from '../item/random.ts';
import { makeAllowed } from '../review/allowed.ts';
import { noBans } from '../review/bans.ts';
import type { Entry, QuizSpec, SessionPlan, Sitting } from './plan.ts';

/** A quiz to a learner's wishes. It has fewer entries than asked for when the facts do not give more. */
export function planQuiz(
  base: Base,
  cards: readonly Card[],
  spec: QuizSpec,
  sitting: Sitting,
  feedback: SessionPlan['feedback'],
): SessionPlan {
  return {
    v: 1,
    ...sitting,
    kind: 'quiz',
    topic: base.topic.id,
    topicVersion: base.topic.version,
    entries: quizEntries(base, cards, spec),
    feedback,
  };
}

/** The same pack and wishes give the same quiz everywhere: no fact twice, forms as even as the facts allow. */
export function quizEntries(base: Base, cards: readonly Card[], spec: QuizSpec): readonly Entry[] {
  const random = seededRandom(`quiz|${spec.seed}`);
  const used = new Map<FormId, number>();
  const entries: Entry[] = [];
  const facts = new Set<FactId>();
  for (const card of shuffle(quizCards(base, cards, spec), random)) {
    if (entries.length >= spec.count) break;
    const form = facts.has(card.fact) ? undefined : leastUsed(base, card, spec, used);
    if (!form) continue;
    facts.add(card.fact);
    used.set(form, (used.get(form) ?? 0) + 1);
    entries.push({ card: card.id, form, seed: spec.seed });
  }
  return entries;
}

/** How many items a quiz with these wishes can have at most: one for each fact. */
export function quizSize(base: Base, cards: readonly Card[], spec: QuizSpec): number {
  return quizEntries(base, cards, { ...spec, count: Infinity }).length;
}

/** The forms in which at least one of the cards can be asked. */
export function formsFor(base: Base, cards: readonly Card[], seed: number): readonly FormId[] {
  return formIds.filter((form) => cards.some((card) => makeItem(base, card, form, seed) !== undefined));
}

function quizCards(base: Base, cards: readonly Card[], { subtopics }: QuizSpec): readonly Card[] {
  if (subtopics.length === 0) return cards;
  return cards.filter((card) => subtopics.includes(factOf(base, card.fact).subtopic));
}

/** Of the wished forms that can ask the card, the one the quiz has used least. */
function leastUsed(
  base: Base,
  card: Card,
  { forms, seed, bans = noBans }: QuizSpec,
  used: ReadonlyMap<FormId, number>,
): FormId | undefined {
  return formIds
    .filter((form) => forms.length === 0 || forms.includes(form))
    .toSorted((a, b) => (used.get(a) ?? 0) - (used.get(b) ?? 0))
    .find((form) => makeAllowed(base, bans, card, form, seed) !== undefined);
}

import { entityOf, factOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import { cardId, facets } from '../fact/fact.ts';
import type { Card, Fact } from '../fact/fact.ts';
import { valueIn } from '../fact/slot.ts';
import { rightAnswers } from '../fact/truth.ts';
import type { Value } from '../fact/value.ts';
import { languageOf } from '../language/index.ts';
import { mayAsk } from './askable.ts';
import { citationsOf, eachOnce } from './citations.ts';
import { distractorsFor } from './distractors.ts';
import type { Distractor } from './distractors.ts';
import type { Draft, Form, Task } from './draft.ts';
import { forms } from './forms/index.ts';
import { formIds } from './item.ts';
import type { FormId, Item, ItemId } from './item.ts';
import { fillingOf, phrase, valuePhrase } from './phrase.ts';
import { hashText, seededRandom } from './random.ts';
import { statementOf } from './sentence.ts';
import { mentions } from './words.ts';

/** Raised with every change that makes another item from the same pack and seed; part of every item's identity. */
export const generatorVersion = 2;

/**
 * The item for a card in a form: the same for the same pack, card, form and seed, on every device.
 * Undefined when the form cannot ask this card fairly.
 */
export function makeItem(base: Base, card: Card, form: FormId, seed: number): Item | undefined {
  const fact = factOf(base, card.fact);
  const key = valueIn(fact, card.facet);
  if (!key || !mayAsk(base, fact, card.facet)) return undefined;
  const task = taskOf(base, card, form, seed, key);
  const draft = forms[form].make(task);
  if (!draft || leaksKey(base, draft, key)) return undefined;
  return complete(base, card, forms[form], seed, draft);
}

/** Every card that at least one form can ask, in the topic's order: most pass the first form, which needs no distractors. */
export function cardsOf(base: Base): readonly Card[] {
  return base.topic.facts.flatMap((fact) =>
    facets
      .filter((facet) => valueIn(fact, facet) && mayAsk(base, fact, facet))
      .map((facet) => ({ id: cardId(fact.id, facet), fact: fact.id, facet }))
      .filter((card) => formIds.some((form) => makeItem(base, card, form, 1) !== undefined)),
  );
}

/** One item for every card and form that can ask it. */
export function itemsOf(base: Base, seed: number): readonly Item[] {
  return cardsOf(base).flatMap((card) => formIds.flatMap((form) => makeItem(base, card, form, seed) ?? []));
}

function taskOf(base: Base, card: Card, form: FormId, seed: number, key: Value): Task {
  const fact = factOf(base, card.fact);
  const name = [generatorVersion, seed, base.topic.id, form, card.id].join('|');
  let found: readonly Distractor[] | undefined;
  return {
    base,
    language: languageOf(base.topic.language),
    fact,
    facet: card.facet,
    key,
    single: rightAnswers(base, fact, card.facet).length === 1,
    random: seededRandom(`item|${name}`),
    distractors: () =>
      (found ??= distractorsFor(base, fact, card.facet, seededRandom(`distractors|${name}`))),
  };
}

/** A stem that says its own answer tests reading, not memory. One that asks for something else than the value may. */
function leaksKey(base: Base, draft: Draft, key: Value): boolean {
  const right = draft.options.find((option) => option.correct);
  const asksValue = !right || right.text === valuePhrase(base, languageOf(base.topic.language), key);
  if (!asksValue) return false;
  const names = key.type === 'entity' ? namesOf(base, key.id) : key.type === 'text' ? [key.text] : [];
  return names.some((name) => mentions(draft.stem, name));
}

function namesOf(base: Base, id: Parameters<typeof entityOf>[1]): readonly string[] {
  const entity = entityOf(base, id);
  return [entity.name, ...entity.aliases.filter((alias) => alias.length >= 4)];
}

function complete(base: Base, card: Card, form: Form, seed: number, made: Draft): Item {
  const { others = [], restsOn = [], ...draft } = made;
  const fact = factOf(base, card.fact);
  const facts = [...new Set([fact.id, ...others.map((other) => other.fact), ...restsOn])];
  const { topic } = base;
  const name = [topic.id, topic.version, form.id, card.id, seed, generatorVersion].join('|');
  return {
    id: hashText(name) as ItemId,
    form: form.id,
    interaction: form.interaction,
    topic: topic.id,
    language: topic.language,
    facts,
    facet: card.facet,
    card: card.id,
    cards: [...new Set([card.id, ...others.map(({ id }) => id)])],
    explanation: statementOf(base, fact),
    ...draft,
    citations: eachOnce(facts.flatMap((id) => citationsOf(base, factOf(base, id)))),
    ...toldWith(base, fact),
    difficulty: difficultyOf(form, fact),
    seed,
    generator: generatorVersion,
  };
}

/** The date and the speaker that belong to the fact whenever it is told. */
function toldWith(base: Base, fact: Fact): Partial<Pick<Item, 'asOf' | 'accordingTo'>> {
  const dated = (fact.ask === 'as-of' || fact.ask === 'both') && fact.asOf;
  const speaker = (fact.ask === 'according-to' || fact.ask === 'both') && fillingOf(base, fact, 'speaker');
  return {
    ...(dated && { asOf: dated.iso }),
    ...(speaker && { accordingTo: phrase(base, languageOf(base.topic.language), speaker, 'plain') }),
  };
}

const rarity = { core: 0, supporting: 0.15, detail: 0.3 } as const;

/** A first guess from the effort of the form and how well known the fact is, until real answers tell. */
const difficultyOf = (form: Form, fact: Fact): number =>
  Math.round(100 * (0.65 * form.effort + rarity[fact.importance])) / 100;

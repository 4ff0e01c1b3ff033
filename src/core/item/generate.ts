import { factOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import { cardId, facets } from '../fact/fact.ts';
import type { Card, Fact } from '../fact/fact.ts';
import { valueIn } from '../fact/slot.ts';
import { rightAnswers } from '../fact/truth.ts';
import type { Value } from '../fact/value.ts';
import { languageOf } from '../language/index.ts';
import { mayAsk } from './askable.ts';
import { citationsOf, eachOnce } from './citations.ts';
import { flawsOf } from './checks/index.ts';
import type { Flaw } from './checks/index.ts';
import { difficultyOf, leversOf } from './difficulty.ts';
import { distractorsFor } from './distractors.ts';
import type { Distractor } from './distractors.ts';
import type { Draft, Form, Task } from './draft.ts';
import { drawEvenly, mostLean } from './even-draw.ts';
import type { Drawn } from './even-draw.ts';
import { forms } from './forms/index.ts';
import { formIds } from './item.ts';
import type { FormId, Item, ItemId } from './item.ts';
import { fillingOf, phrase } from './phrase.ts';
import { hashText, seededRandom } from './random.ts';
import { statementOf } from './sentence.ts';

/** Raised with every change that makes another item from the same pack and seed; part of every item's identity. */
export const generatorVersion = 5;

/**
 * The item for a card in a form: the same for the same pack, card, form and seed, on every device.
 * Undefined when the form cannot ask this card fairly.
 */
export function makeItem(base: Base, card: Card, form: FormId, seed: number): Item | undefined {
  const attempt = attemptItem(base, card, form, seed);
  return attempt.type === 'made' ? attempt.item : undefined;
}

/** What came of trying to make an item: nothing that the form can ask, an item with flaws, or one that may be shown. */
export type Attempt =
  | { readonly type: 'unfit' }
  | { readonly type: 'flawed'; readonly item: Item; readonly flaws: readonly Flaw[] }
  | { readonly type: 'made'; readonly item: Item; readonly leans?: Leans };

/** What each guesser gains over chance on average by the draw that an item came from, in the order of `hunches`. */
export type Leans = Drawn<unknown>['leans'];

/** `makeItem` with the reason where nothing comes of it. */
export function attemptItem(base: Base, card: Card, form: FormId, seed: number): Attempt {
  const fact = factOf(base, card.fact);
  const key = valueIn(fact, card.facet);
  if (!key || !mayAsk(base, fact, card.facet)) return { type: 'unfit' };
  let leans: Leans | undefined;
  const draft = forms[form].make(taskOf(base, { card, fact, key }, form, seed, (drawn) => (leans = drawn)));
  if (!draft) return { type: 'unfit' };
  const item = complete(base, { card, fact, key }, forms[form], seed, draft);
  const flaws = flawsOf(base, item);
  return flaws.length > 0 ? { type: 'flawed', item, flaws } : { type: 'made', item, ...(leans && { leans }) };
}

/** Every card that at least one form can ask, in the topic's order: most pass the first form, which needs no distractors. */
export function cardsOf(base: Base): readonly Card[] {
  return possibleCards(base).filter((card) =>
    formIds.some((form) => makeItem(base, card, form, 1) !== undefined),
  );
}

/** Every fact with every facet that its predicate words, whether or not a form can ask it. */
export function possibleCards(base: Base): readonly Card[] {
  return base.topic.facts.flatMap((fact) =>
    facets
      .filter((facet) => valueIn(fact, facet) && mayAsk(base, fact, facet))
      .map((facet) => ({ id: cardId(fact.id, facet), fact: fact.id, facet })),
  );
}

/** One item for every card and form that can ask it. */
export function itemsOf(base: Base, seed: number): readonly Item[] {
  return possibleCards(base).flatMap((card) =>
    formIds.flatMap((form) => makeItem(base, card, form, seed) ?? []),
  );
}

function taskOf(
  base: Base,
  { card, fact, key }: Asked,
  form: FormId,
  seed: number,
  onDraw: (leans: Leans) => void,
): Task {
  const name = [generatorVersion, seed, base.topic.id, form, card.id].join('|');
  const find = (fits?: (value: Value) => boolean): readonly Distractor[] =>
    distractorsFor(base, fact, card.facet, seededRandom(`distractors|${name}`), fits);
  let found: readonly Distractor[] | undefined;
  const random = seededRandom(`item|${name}`);
  return {
    base,
    language: languageOf(base.topic.language),
    fact,
    facet: card.facet,
    key,
    single: rightAnswers(base, fact, card.facet).length === 1,
    random,
    distractors: (fits) => (fits ? find(fits) : (found ??= find())),
    draw(prospects, most = isSmall(base) ? Infinity : mostLean) {
      const drawn = drawEvenly(prospects, random, most);
      if (drawn) onDraw(drawn.leans);
      return drawn?.value;
    },
  };
}

/** A small topic has too little to choose from to be choosy. */
const isSmall = ({ topic }: Base): boolean => topic.facts.length < fewestFacts;

const fewestFacts = 100;

interface Asked {
  readonly card: Card;
  readonly fact: Fact;
  readonly key: Value;
}

function complete(base: Base, { card, fact, key }: Asked, form: Form, seed: number, made: Draft): Item {
  const { others = [], restsOn = [], rivals, ...draft } = made;
  let found: readonly string[] | undefined = rivals ? undefined : [];
  const facts = [...new Set([fact.id, ...others.map((other) => other.fact), ...restsOn])];
  const levers = leversOf(base, form, fact, key, { ...draft, facts });
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
    // Not spread: they are found only where a response is marked.
    get rivals() {
      return (found ??= rivals?.() ?? []);
    },
    citations: eachOnce(facts.flatMap((id) => citationsOf(base, factOf(base, id)))),
    ...toldWith(base, fact),
    levers,
    difficulty: difficultyOf(levers),
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

import { cardId } from '../fact/fact.ts';
import type { Card, FactId } from '../fact/fact.ts';
import type { TopicId } from '../fact/topic.ts';
import type { FormId, Interaction, Item, ItemId, Option } from '../item/item.ts';
import type { Layout } from '../item/layout.ts';
import { hashText, seededRandom, shuffle } from '../item/random.ts';
import type { Random } from '../item/random.ts';
import type { DeckId, OwnBody, OwnItem, OwnOption } from './own-item.ts';

/** Somebody's own deck, as it stands after all that was added to it. */
export interface OwnDeck {
  readonly id: DeckId;
  readonly title: string;
  readonly items: readonly OwnItem[];
}

/** The language in which typed answers of own items are read: the app knows the grammar of this one. */
const language = 'en';

/** The topic under which a sitting over a deck is kept: no pack has such a name. */
export const topicOfDeck = (deck: DeckId): TopicId => `own:${deck}` as TopicId;
export const deckOfTopic = (topic: string): DeckId | undefined =>
  topic.startsWith('own:') ? (topic.slice('own:'.length) as DeckId) : undefined;

const factOfOwn = (deck: DeckId, item: OwnItem): FactId => `own:${deck}:${item.id}` as FactId;

/** The card that remembers an own item: its memory lives in the same log, under the same rules, as any other. */
export function cardOfOwn(deck: DeckId, item: OwnItem): Card {
  const fact = factOfOwn(deck, item);
  return { id: cardId(fact, 'object'), fact, facet: 'object' };
}

/** The one form in which an own item is asked. */
export const formOfOwn = ({ body }: OwnItem): FormId => asked[body.type].form;

const asked: Readonly<Record<OwnBody['type'], { readonly form: FormId; readonly interaction: Interaction }>> =
  {
    card: { form: 'flashcard', interaction: 'reveal' },
    truth: { form: 'true-false', interaction: 'choice' },
    choice: { form: 'single-choice', interaction: 'choice' },
    multiple: { form: 'multiple-response', interaction: 'multiple-choice' },
    text: { form: 'typed', interaction: 'text-entry' },
    number: { form: 'numeric', interaction: 'number' },
    order: { form: 'ordering', interaction: 'order' },
    match: { form: 'matching', interaction: 'match' },
  };

/** Own items have no generator: their words are kept as they are. */
const generator = 0;
/** What little is known of how hard they are. */
const middling = 0.5;

/** An own item as it is asked: the same for the same seed, which only decides the order of what is shown. */
export function itemOfOwn(deck: DeckId, own: OwnItem, seed: number): Item {
  const { id, fact, facet } = cardOfOwn(deck, own);
  const { form, interaction } = asked[own.body.type];
  const effort = interaction === 'choice' || interaction === 'match' ? 0.3 : 0.7;
  return {
    id: hashText(`${fact}|${form}|${seed}`) as ItemId,
    form,
    interaction,
    topic: topicOfDeck(deck),
    facts: [fact],
    facet,
    card: id,
    cards: [id],
    stem: own.stem,
    options: [],
    accepted: [],
    rivals: [],
    explanation: own.explanation,
    citations: [],
    language,
    levers: { effort, rarity: middling, nearness: middling, exactness: middling, steps: 0 },
    difficulty: middling,
    seed,
    generator,
    ...shown(own.body, id, fact, seed),
  };
}

type Shown = Pick<Item, 'key' | 'guess'> & Partial<Pick<Item, 'options' | 'accepted' | 'entry' | 'layout'>>;

function shown(body: OwnBody, card: Card['id'], fact: FactId, seed: number): Shown {
  const random = seededRandom(`own|${card}|${seed}`);
  switch (body.type) {
    case 'card':
      return { key: body.back, guess: 0 };
    case 'truth':
      return { options: truthOptions(body, fact), key: String(body.right), guess: 1 / 2 };
    case 'choice':
    case 'multiple':
      return chosen(body.type, shuffle(body.options, random), fact);
    case 'text':
      return { accepted: body.accepted, entry: { type: 'words' }, key: body.accepted[0] ?? '', guess: 0 };
    case 'number': {
      const { amount, tolerance } = body;
      return { entry: { type: 'amount', amount, tolerance }, key: String(amount), guess: 0 };
    }
    case 'order':
      return ordered(body.tiles, mixed(body.tiles.length, random), card, fact);
    case 'match':
      return matched(body, shuffle([...body.targets.keys()], random), card, fact);
  }
}

const letter = (index: number): string =>
  index < 26 ? String.fromCharCode('a'.charCodeAt(0) + index) : `a${letter(index - 26)}`;

/** What the author wrote about a wrong option stands for its proof: law C5, an explicit negative. */
const optionOf = ({ text, correct, feedback }: OwnOption, id: string, fact: FactId): Option => ({
  id,
  text,
  correct,
  ...(!correct && feedback && { certificate: { law: 'C5', refutedBy: fact, text: feedback } }),
});

const truthOptions = (
  { right, feedback }: Extract<OwnBody, { type: 'truth' }>,
  fact: FactId,
): readonly Option[] =>
  [true, false].map((side) =>
    optionOf(
      {
        text: side ? 'True' : 'False',
        correct: side === right,
        ...(feedback !== undefined && { feedback }),
      },
      String(side),
      fact,
    ),
  );

function chosen(type: 'choice' | 'multiple', own: readonly OwnOption[], fact: FactId): Shown {
  const options = own.map((option, index) => optionOf(option, letter(index), fact));
  const keys = options.filter(({ correct }) => correct).map(({ id }) => id);
  const guess = type === 'choice' ? 1 / options.length : 1 / (2 ** options.length - 1);
  return { options, key: keys.join(' '), guess };
}

function ordered(texts: readonly string[], order: readonly number[], card: Card['id'], fact: FactId): Shown {
  const tiles = order.map((place, index) => tileOf(texts[place] ?? '', index, card, fact));
  const solution = texts.map((_, place) => String(order.indexOf(place) + 1));
  const ways = texts.reduce((product, _, index) => product * (index + 1), 1);
  return { layout: { type: 'order', tiles, solution }, key: texts.join('; '), guess: 1 / ways };
}

/** Places in any order but the right one. */
function mixed(count: number, random: Random): readonly number[] {
  const places = Array.from({ length: count }, (_, place) => place);
  const order = shuffle(places, random);
  const [first = 0, ...rest] = order;
  return order.every((place, index) => place === index) ? [...rest, first] : order;
}

const tileOf = (text: string, index: number, card: Card['id'], fact: FactId) => ({
  id: String(index + 1),
  text,
  fact,
  card,
  truth: '',
});

function matched(
  { rows, targets }: Extract<OwnBody, { type: 'match' }>,
  order: readonly number[],
  card: Card['id'],
  fact: FactId,
): Shown {
  const layout: Layout = {
    type: 'match',
    tiles: rows.map(({ text }, index) => tileOf(text, index, card, fact)),
    targets: order.map((place, index) => ({ id: letter(index), text: targets[place] ?? '' })),
    shared: new Set(rows.map(({ target }) => target)).size < rows.length,
    solution: Object.fromEntries(
      rows.map(({ target }, index) => [String(index + 1), letter(order.indexOf(target))]),
    ),
  };
  const key = rows.map(({ text, target }) => `${text}: ${targets[target] ?? ''}`).join('; ');
  return { layout, key, guess: 1 / targets.length ** rows.length };
}

import type { Item } from '../item/item.ts';
import { seededRandom, shuffle } from '../item/random.ts';
import { languageOf } from '../language/index.ts';
import type { Body, CarriedItem, CarriedOption, Kind, LossKind } from './carried.ts';
import { cardBody } from './card-body.ts';
import { citationLine } from './citation-line.ts';

/** A way of asking an item. */
export interface Way {
  readonly kind: Kind;
  /** What is lost by it alone. */
  readonly loss?: LossKind;
  /** Worse than another item that asks the same card. */
  readonly isLast?: true;
  items(): readonly CarriedItem[];
}

/** Every way in which an item can be asked, the truest first. */
export function waysToAsk(item: Item): readonly Way[] {
  const one = (body: Body, loss?: LossKind, stem = item.stem): Way => ({
    kind: body.kind,
    ...(loss && { loss }),
    items: () => [carriedOf(item, body, stem)],
  });
  return [
    ...waysOf(item, one),
    lastWay(one({ kind: 'open', answer: answerOf(item) }, 'as-open')),
    asCard(item, one),
  ];
}

const lastWay = (way: Way): Way => ({ ...way, isLast: true });

type One = (body: Body, loss?: LossKind, stem?: string) => Way;

const asCard = (item: Item, one: One): Way =>
  one(cardBody(item), item.interaction === 'reveal' ? undefined : 'as-card');

function waysOf(item: Item, one: One): readonly Way[] {
  const { interaction, entry, layout } = item;
  if (layout?.type === 'order') return waysToOrder(item, one);
  if (layout?.type === 'match') return waysToMatch(item, one);
  switch (interaction) {
    case 'choice':
      return isJudged(item)
        ? [one(judged(item)), one({ kind: 'choice', options: optionsOf(item) })]
        : [one({ kind: 'choice', options: optionsOf(item) }, undefined, stemOf(item))];
    case 'point':
      return [one({ kind: 'choice', options: optionsOf(item) }, 'as-choice')];
    case 'multiple-choice':
      return [one({ kind: 'multiple', options: optionsOf(item) }), split(item, yesOrNo(item))];
    case 'text-entry':
      return [one({ kind: 'text', accepted: item.accepted })];
    case 'number':
      return entry?.type === 'amount'
        ? [one({ kind: 'number', amount: entry.amount, tolerance: entry.tolerance })]
        : [];
    case 'reveal':
    case 'date':
    case 'order':
    case 'match':
      return [];
  }
}

/** Other programs shuffle options: where their order is what is asked, the stem says it. */
function stemOf({ form, stem, options }: Item): string {
  if (form !== 'correct-timeline') return stem;
  return `${stem} ${options.map(({ text }, index) => `${index + 1}: ${text}`).join('; ')}`;
}

export function carriedOf(item: Item, body: Body, stem = item.stem, id: string = item.id): CarriedItem {
  const { card, form, explanation, topic, language } = item;
  const sources = item.citations.map(citationLine);
  return { id, card, form, stem, body, explanation, sources, tags: [topic, form], language };
}

const isJudged = ({ options }: Item): boolean => options.some(({ id }) => id === 'true');

function judged({ key, options }: Item): Body {
  const feedback = options.find(({ correct }) => !correct)?.certificate?.text;
  return { kind: 'true-false', right: key === 'true', ...(feedback !== undefined && { feedback }) };
}

const optionsOf = ({ options }: Item): readonly CarriedOption[] =>
  options.map(({ text, correct, certificate }) => ({
    text,
    correct,
    ...(certificate && { feedback: certificate.text }),
  }));

/** What is right, in words. */
export function answerOf({ key, options }: Item): string {
  const right = options.filter(({ correct }) => correct).map(({ text }) => text);
  return right.length > 0 ? right.join('; ') : key;
}

/** One item for each part of another. */
function split(
  item: Item,
  parts: readonly { readonly stem: string; readonly options: readonly CarriedOption[] }[],
): Way {
  return {
    kind: 'choice',
    loss: 'split',
    items: () =>
      parts.map(({ stem, options }, index) =>
        carriedOf(item, { kind: 'choice', options }, stem, `${item.id}-${index + 1}`),
      ),
  };
}

/** Each option of a list asked alone. */
function yesOrNo(item: Item) {
  const { yes, no } = languageOf(item.language);
  return item.options.map(({ text, correct, certificate }) => {
    const wrong = certificate && { feedback: certificate.text };
    return {
      stem: `${item.stem} – ${text}`,
      options: [
        { text: yes, correct, ...(!correct && wrong) },
        { text: no, correct: !correct },
      ],
    };
  });
}

function waysToOrder(item: Item, one: One): readonly Way[] {
  const { layout } = item;
  if (layout?.type !== 'order') return [];
  const tiles = layout.tiles.map(({ text }) => text);
  const solution = layout.solution.map((id) => layout.tiles.findIndex((tile) => tile.id === id));
  const rows = tiles.map((text, index) => ({ text, target: solution.indexOf(index) }));
  const targets = solution.map((_, index) => String(index + 1));
  return [
    one({ kind: 'order', tiles, solution }),
    one({ kind: 'match', rows, targets }, 'as-match'),
    one(
      { kind: 'choice', options: sequences(item.id, solution) },
      'as-choice',
      `${item.stem} ${tiles.map((text, index) => `${letter(index)}: ${text}`).join('; ')}`,
    ),
  ];
}

const letter = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);
const wrongSequences = 3;

/** The right order and some others, by letters. */
function sequences(name: string, solution: readonly number[]): readonly CarriedOption[] {
  const written = (order: readonly number[]): string => order.map(letter).join(', ');
  const random = seededRandom(`sequences|${name}`);
  const texts = new Set([written(solution)]);
  for (let tries = 0; tries < 40 && texts.size <= wrongSequences; tries += 1) {
    texts.add(written(shuffle(solution, random)));
  }
  return shuffle([...texts], random).map((text) => ({ text, correct: text === written(solution) }));
}

function waysToMatch(item: Item, one: One): readonly Way[] {
  const { layout } = item;
  if (layout?.type !== 'match') return [];
  const { tiles, targets, solution } = layout;
  const rows = tiles.map(({ id, text }) => ({
    text,
    target: targets.findIndex((target) => target.id === solution[id]),
  }));
  const each = tiles.map(({ id, text, truth }) => ({
    stem: `${item.stem} – ${text}`,
    options: targets.map((target) => {
      const correct = target.id === solution[id];
      return { text: target.text, correct, ...(!correct && truth !== '' && { feedback: truth }) };
    }),
  }));
  return [one({ kind: 'match', rows, targets: targets.map(({ text }) => text) }), split(item, each)];
}

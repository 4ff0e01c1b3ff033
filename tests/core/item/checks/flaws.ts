import type { CheckId } from '#core/item/checks/check.ts';
import type { Item, Option } from '#core/item/item.ts';
import { gap } from '#core/item/sentence.ts';
import { contentWords } from '#core/item/words.ts';

/** A way to spoil a good item. */
export interface Mutation {
  /** The check that must notice. */
  readonly check: CheckId;
  readonly name: string;
  /** Undefined where the item has nothing to spoil in this way. */
  spoil(item: Item): Item | undefined;
}

const isChoice = ({ options, interaction }: Item): boolean =>
  interaction === 'choice' && options.length > 2 && !options.some(({ id }) => id === 'true');

/** Changes some options of a choice; undefined where there is none. */
function withOptions(
  item: Item,
  change: (options: readonly Option[]) => readonly Option[] | undefined,
): Item | undefined {
  const options = isChoice(item) ? change(item.options) : undefined;
  return options && { ...item, options };
}

const onKey = (item: Item, change: (text: string) => string): Item | undefined =>
  withOptions(item, (options) =>
    options.map((option) => (option.correct ? { ...option, text: change(option.text) } : option)),
  );

const onFirstWrong = (item: Item, change: (option: Option, key: Option) => Option): Item | undefined =>
  withOptions(item, (options) => {
    const key = options.find(({ correct }) => correct);
    const place = options.findIndex(({ correct }) => !correct);
    return key && options.map((option, index) => (index === place ? change(option, key) : option));
  });

/** Forms that ask for the value of one fact, and so must say for when it holds. */
const tellsOneFact: ReadonlySet<string> = new Set([
  'flashcard',
  'single-choice',
  'true-false',
  'cloze',
  'typed',
  'numeric',
]);

const asks = ({ stem }: Item): boolean => stem.endsWith('?');
const holdsNumbers = ({ options }: Item): boolean =>
  options.every(({ text }) => /^(?:about )?\d[\d,]*(?: \p{L}+)*(?: \d{4})?$/u.test(text));

export const mutations: readonly Mutation[] = [
  {
    check: 'longest-key',
    name: 'a qualified key',
    spoil: (item) =>
      onKey(item, (text) => `${text}, as was said at that time by those who were there, and ${text}`),
  },
  {
    check: 'stem-echo',
    name: 'a word of the stem in the key alone',
    spoil: (item) => {
      const words = item.options.flatMap(({ text }) => [...contentWords(text)]);
      const free = [...contentWords(item.stem)].find((word) => !words.includes(word));
      const echoed = item.options.some(({ text }) =>
        [...contentWords(text)].some((word) => contentWords(item.stem).has(word)),
      );
      return free === undefined || echoed ? undefined : onKey(item, (text) => `${text} ${free}`);
    },
  },
  {
    check: 'lone-format',
    name: 'quotation marks round the key alone',
    spoil: (item) => onKey(item, (text) => `"${text}"`),
  },
  {
    check: 'all-or-none',
    name: 'none of the above',
    spoil: (item) => onFirstWrong(item, (option) => ({ ...option, text: 'None of the above' })),
  },
  {
    check: 'all-or-none',
    name: 'all of these',
    spoil: (item) => onFirstWrong(item, (option) => ({ ...option, text: 'all of these' })),
  },
  {
    check: 'absolute',
    name: 'always',
    spoil: (item) => onFirstWrong(item, (option) => ({ ...option, text: `always ${option.text}` })),
  },
  {
    check: 'one-key',
    name: 'a second right option',
    spoil: (item) => onFirstWrong(item, ({ id, text }) => ({ id, text, correct: true })),
  },
  {
    check: 'one-key',
    name: 'a key that is no option',
    spoil: (item) => (isChoice(item) ? { ...item, key: 'z' } : undefined),
  },
  {
    check: 'certified',
    name: 'a wrong option without proof',
    spoil: (item) => onFirstWrong(item, ({ id, text, correct }) => ({ id, text, correct })),
  },
  {
    check: 'twin-options',
    name: 'the key in other letters',
    spoil: (item) => onFirstWrong(item, (option, key) => ({ ...option, text: key.text.toUpperCase() })),
  },
  {
    check: 'same-kind',
    name: 'a date among other things',
    spoil: (item) =>
      onFirstWrong(item, (option, key) => ({
        ...option,
        text: /\d{4}/.test(key.text) ? 'seven boats' : '26 July 2023',
      })),
  },
  {
    check: 'ascending',
    name: 'numbers out of order',
    spoil: (item) => (holdsNumbers(item) ? withOptions(item, (options) => options.toReversed()) : undefined),
  },
  {
    check: 'option-count',
    name: 'two options',
    spoil: (item) =>
      withOptions(item, (options) => [
        ...options.filter(({ correct }) => correct),
        ...options.filter(({ correct }) => !correct).slice(0, 1),
      ]),
  },
  {
    check: 'wording',
    name: 'two spaces',
    spoil: (item) => ({ ...item, stem: item.stem.replace(' ', '  ') }),
  },
  {
    check: 'wording',
    name: 'a hole in a pattern',
    spoil: (item) => ({ ...item, explanation: item.explanation.replace(/\.$/, ' {object}.') }),
  },
  {
    check: 'wording',
    name: 'a wrong article',
    spoil: (item) => ({ ...item, explanation: item.explanation.replace(/\.$/, ', a island.') }),
  },
  {
    check: 'question',
    name: 'no question mark',
    spoil: (item) => (asks(item) ? { ...item, stem: item.stem.slice(0, -1) } : undefined),
  },
  {
    check: 'question',
    name: 'two questions',
    spoil: (item) => (asks(item) ? { ...item, stem: `${item.stem} And when?` } : undefined),
  },
  {
    check: 'negative',
    name: 'a small not',
    spoil: (item) => (asks(item) && item.form !== 'odd-one-out' ? denied(item) : undefined),
  },
  {
    check: 'told-with',
    name: 'no date where one is due',
    spoil: (item) =>
      item.asOf !== undefined && tellsOneFact.has(item.form)
        ? { ...item, stem: item.stem.replace(/\d{4}/g, 'then') }
        : undefined,
  },
  {
    check: 'told-with',
    name: 'no speaker where one is due',
    spoil: (item) =>
      item.accordingTo === undefined || !/according to/i.test(item.stem)
        ? undefined
        : withoutSpeaker(item, item.accordingTo),
  },
  { check: 'stem-says-key', name: 'the key in the stem', spoil: (item) => sayKey(item) },
  {
    check: 'gap',
    name: 'two gaps side by side',
    spoil: (item) =>
      item.stem.includes(gap) ? { ...item, stem: item.stem.replace(gap, `${gap} ${gap}`) } : undefined,
  },
  {
    check: 'agreement',
    name: 'an article before the gap',
    spoil: (item) =>
      item.stem.includes(gap) ? { ...item, stem: item.stem.replace(gap, `an ${gap}`) } : undefined,
  },
  {
    check: 'tolerance',
    name: 'a tolerance that lets anything through',
    spoil: (item) =>
      item.entry?.type === 'amount'
        ? { ...item, entry: { ...item.entry, tolerance: 2 * item.entry.amount + 1 } }
        : undefined,
  },
  {
    check: 'tolerance',
    name: 'a right date off the axis',
    spoil: (item) =>
      item.layout?.type === 'axis'
        ? { ...item, layout: { ...item.layout, end: item.layout.start } }
        : undefined,
  },
  { check: 'layout', name: 'tiles shown in order', spoil: (item) => showSolved(item) },
  {
    check: 'layout',
    name: 'a tile without a target',
    spoil: (item) =>
      item.layout?.type === 'match' ? { ...item, layout: { ...item.layout, solution: {} } } : undefined,
  },
  { check: 'chance', name: 'a guess that is too good', spoil: (item) => ({ ...item, guess: 0.9 }) },
  { check: 'sourced', name: 'no source', spoil: (item) => ({ ...item, citations: [] }) },
];

/** In the main clause: what a subordinate clause denies is no negative question. */
function denied(item: Item): Item | undefined {
  const stem = item.stem.replace(
    /^((?:(?!\b(?:that|if|because|unless)\b).)*? (?:was|were|is|did|does|has|had|will)) /,
    '$1 not ',
  );
  return stem === item.stem ? undefined : { ...item, stem };
}

function withoutSpeaker(item: Item, speaker: string): Item | undefined {
  const stem = item.stem
    .replaceAll(speaker, 'some')
    .replaceAll(speaker[0]?.toUpperCase() + speaker.slice(1), 'Some');
  return stem === item.stem ? undefined : { ...item, stem };
}

function sayKey(item: Item): Item | undefined {
  const key = isChoice(item) ? item.options.find(({ correct }) => correct)?.text : undefined;
  return key === undefined || !asks(item)
    ? undefined
    : { ...item, stem: item.stem.replace(/\?$/, `, ${key}?`) };
}

function showSolved(item: Item): Item | undefined {
  const { layout } = item;
  if (layout?.type !== 'order') return undefined;
  const tiles = layout.solution.flatMap((id) => layout.tiles.find((tile) => tile.id === id) ?? []);
  return { ...item, layout: { ...layout, tiles } };
}

import type { Citation, Item } from './item.ts';
import type { Layout } from './layout.ts';
import { gap } from './sentence.ts';

/** Something with the letter or number by which it is called on paper. */
export interface PaperLine {
  readonly sign: string;
  readonly text: string;
}

/** How an item is answered with a pen. */
export type PaperAnswer =
  /** Lettered options, of which `count` are to be marked. */
  | { readonly type: 'options'; readonly options: readonly PaperLine[]; readonly count: number }
  /** True or false to be marked; a line to mend the wrong words on, under true statements too: it must not tell. */
  | { readonly type: 'judge'; readonly options: readonly PaperLine[] }
  /** An empty line to write on, or the gap in the stem itself. */
  | { readonly type: 'line'; readonly inStem: boolean }
  /** A box for a number. */
  | { readonly type: 'number'; readonly unit: string }
  /** A box before each line for its number in the order. */
  | { readonly type: 'order'; readonly lines: readonly PaperLine[] }
  /** Two columns: the letter from the right is written into the box on the left. */
  | {
      readonly type: 'columns';
      readonly left: readonly PaperLine[];
      readonly right: readonly PaperLine[];
      /** Whether a letter may be used more than once. */
      readonly shared: boolean;
    }
  /** An axis to make a cross on, and a line for the date. */
  | { readonly type: 'axis'; readonly axis: Extract<Layout, { readonly type: 'axis' }> }
  /** Letters on a map, of which one is to be marked. */
  | { readonly type: 'map'; readonly options: readonly PaperLine[] };

/** An item as it is printed: what is asked, how it is answered, and the line of the key. */
export interface PaperItem {
  readonly stem: string;
  readonly answer: PaperAnswer;
  /** What is right: letters where there are letters, else words. */
  readonly key: readonly string[];
  readonly explanation: string;
  readonly citations: readonly Citation[];
}

/** Describes an item for print. Every interaction has a rendering on paper. */
export function paperOf(item: Item): PaperItem {
  const { stem, explanation, citations } = item;
  return { stem, answer: answerOf(item), key: keyOf(item), explanation, citations };
}

const lettersOf = (things: readonly Named[]): readonly PaperLine[] =>
  things.map(({ text }, index) => ({ sign: letterAt(index), text }));
const letterAt = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);

interface Named {
  readonly id: string;
  readonly text: string;
}

function answerOf(item: Item): PaperAnswer {
  const { interaction, layout, options, entry, stem } = item;
  if (layout) return arranged(layout);
  switch (interaction) {
    case 'choice':
      return isJudged(item)
        ? { type: 'judge', options: lettersOf(options) }
        : { type: 'options', options: lettersOf(options), count: 1 };
    case 'multiple-choice':
      return {
        type: 'options',
        options: lettersOf(options),
        count: options.filter(({ correct }) => correct).length,
      };
    case 'point':
      return { type: 'map', options: lettersOf(options) };
    case 'number':
      return { type: 'number', unit: (entry?.type === 'amount' && entry.unit) || '' };
    case 'reveal':
    case 'text-entry':
    case 'order':
    case 'match':
    case 'date':
      return { type: 'line', inStem: stem.includes(gap) };
  }
}

function arranged(layout: Layout): PaperAnswer {
  switch (layout.type) {
    case 'order':
      return { type: 'order', lines: lettersOf(layout.tiles) };
    case 'match':
      return {
        type: 'columns',
        left: layout.tiles.map(({ text }, index) => ({ sign: String(index + 1), text })),
        right: lettersOf(layout.targets),
        shared: layout.shared,
      };
    case 'axis':
      return { type: 'axis', axis: layout };
  }
}

/** The line of the answer key. */
function keyOf(item: Item): readonly string[] {
  const { layout, options, repair } = item;
  if (layout?.type === 'order') return [layout.solution.map((id) => signIn(layout.tiles, id)).join(' ')];
  if (layout?.type === 'match') {
    return layout.tiles.map(
      ({ id }, index) => `${index + 1} ${signIn(layout.targets, layout.solution[id] ?? '')}`,
    );
  }
  const right = lettersOf(options).filter((_, index) => options[index]?.correct);
  const mended = repair?.options.find(({ correct }) => correct);
  if (right.length === 0) return [item.key];
  const lines = right.map(({ sign, text }) => (isJudged(item) ? text : `${sign}  ${text}`));
  return mended ? [...lines, mended.text] : lines;
}

const signIn = (things: readonly Named[], id: string): string =>
  letterAt(things.findIndex((thing) => thing.id === id));
const isJudged = ({ options }: Item): boolean => options.some(({ id }) => id === 'true');

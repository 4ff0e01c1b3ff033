import { contentWords, foldText } from '../words.ts';

/** What can be seen of a text without understanding it: all that a test-wise guesser has. */
export interface Shape {
  readonly text: string;
  readonly folded: string;
  readonly words: ReadonlySet<string>;
  readonly marks: ReadonlySet<Mark>;
}

const marks = {
  article: /^(?:the|an?)\s/i,
  about: /^about\s/i,
  digit: /\d/,
  'initial digit': /^\d/,
  'small initial': /^\p{Ll}/u,
  comma: /,\s/,
  quotation: /["“”«»]/,
  bracket: /[()[\]]/,
  joined: /\s(?:and|or)\s/i,
  sentence: /[.!?]$/,
} as const satisfies Record<string, RegExp>;
export type Mark = keyof typeof marks;

export function shapeOf(text: string): Shape {
  const known = latest.get(text);
  if (known) return known;
  const own = Object.entries(marks).filter(([, pattern]) => pattern.test(text));
  const shape = {
    text,
    folded: foldText(text),
    words: contentWords(text),
    marks: new Set(own.map(([mark]) => mark as Mark)),
  };
  if (latest.size === mostKept) latest.clear();
  latest.set(text, shape);
  return shape;
}

/** Kept, for the forms of a card, its checks and its neighbours look at the same texts one after another. */
const latest = new Map<string, Shape>();
const mostKept = 4_000;

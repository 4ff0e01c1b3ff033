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
  const own = Object.entries(marks).filter(([, pattern]) => pattern.test(text));
  return {
    text,
    folded: foldText(text),
    words: contentWords(text),
    marks: new Set(own.map(([mark]) => mark as Mark)),
  };
}

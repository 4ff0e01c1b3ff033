import { utf8Of } from '../../file/utf8.ts';
import type { CarriedItem } from '../carried.ts';
import type { Format } from '../format.ts';

/** The text that Quizlet takes when it is pasted: term, tab, definition, a card a line. */
export const quizlet: Format = {
  id: 'quizlet',
  ending: 'quizlet.txt',
  mime: 'text/plain',
  can: { kinds: new Set(['card']), optionFeedback: false, explanation: 'none', partialMarks: new Set() },
  memory: 'afresh',
  write: (items) => utf8Of(items.map((item) => `${cardLine(item)}\n`).join('')),
};

function cardLine({ stem, body }: CarriedItem): string {
  const { below, back } = body.kind === 'card' ? body : { below: [], back: [] };
  return `${line([stem, ...below])}\t${line(back)}`;
}

const line = (parts: readonly string[]): string => parts.join(' ').replace(/\s+/g, ' ').trim();

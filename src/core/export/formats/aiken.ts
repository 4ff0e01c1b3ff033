import { utf8Of } from '../../file/utf8.ts';
import type { CarriedItem } from '../carried.ts';
import type { Format } from '../format.ts';

/** Aiken (docs.moodle.org/en/Aiken_format): one right option, everything on lines of its own, nothing else. */
export const aiken: Format = {
  id: 'aiken',
  ending: 'aiken.txt',
  mime: 'text/plain',
  can: {
    kinds: new Set(['choice']),
    optionFeedback: false,
    explanation: 'none',
    partialMarks: new Set(),
    mostOptions: 26,
  },
  write: (items) => utf8Of(`${items.map(itemText).join('\n\n')}\n`),
};

function itemText({ stem, body }: CarriedItem): string {
  const options = body.kind === 'choice' ? body.options : [];
  const right = options.findIndex(({ correct }) => correct);
  return [
    stemLine(stem),
    ...options.map(({ text }, index) => `${letter(index)}) ${line(text)}`),
    `ANSWER: ${letter(right)}`,
  ].join('\n');
}

/** A stem that begins like an option or an answer would be taken for one. */
const stemLine = (stem: string): string =>
  /^([A-Z][.)]|ANSWER:)/.test(line(stem)) ? `– ${line(stem)}` : line(stem);

const line = (text: string): string => text.replace(/\s+/g, ' ').trim();
const letter = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);

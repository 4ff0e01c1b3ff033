import { textOf } from '#core/file/utf8.ts';
import type { Reader } from './reader.ts';

/** A strict reader after Moodle's: a stem of one line, options in order, one answer, a line between items. */
export const aikenReader: Reader = {
  read: (bytes) => textOf(bytes).trimEnd().split('\n\n').map(readItem),
  meant: ({ stem, body }) => ({
    stem: flat(stem),
    options:
      body.kind === 'choice' ? body.options.map(({ text, correct }) => [flat(text), correct]) : undefined,
  }),
};

function readItem(text: string): unknown {
  const [stem = '', ...lines] = text.split('\n');
  const answer = /^ANSWER: ([A-Z])$/.exec(lines.pop() ?? '')?.[1];
  if (/^[A-Z][.)]|^ANSWER:/.test(stem)) throw new TypeError(`Not a stem: ${stem}`);
  const options = lines.map((line, index) => {
    const [, letter, option] = /^([A-Z])[.)] (.+)$/.exec(line) ?? [];
    if (letter?.charCodeAt(0) !== 65 + index) throw new TypeError(`Not option ${index}: ${line}`);
    return [option, letter === answer];
  });
  if (options.filter(([, correct]) => correct).length !== 1) throw new TypeError(`No answer in ${text}`);
  return { stem, options };
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

import { refused } from '../../result.ts';
import type { OwnOption } from '../../own/own-item.ts';
import { deckFile } from '../deck-file.ts';
import type { Draft, ReadDeck } from '../deck-file.ts';
import { titleFromName } from '../import-format.ts';
import type { ImportFormat } from '../import-format.ts';

/** Aiken: a stem, options by letter, `ANSWER: A`. Moodle names the line where it stops, and so does this. */
export const aiken: ImportFormat = { id: 'aiken', takes: 'text', read };

function read(text: string, name: string): ReadDeck {
  const drafts: Draft[] = [];
  let stem: string[] = [];
  let options: string[] = [];
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const line = raw.trim();
    const answer = /^ANSWER:\s*([A-Z])\b/.exec(line)?.[1];
    if (answer !== undefined) {
      if (options.length === 0) return refused({ type: 'not-this-format', line: index + 1 });
      drafts.push(draftOf(stem.join('\n'), options, answer));
      [stem, options] = [[], []];
    } else if (stem.length > 0 && /^[A-Z][.)]\s/.test(line)) options.push(line);
    else if (line !== '' && options.length > 0) return refused({ type: 'not-this-format', line: index + 1 });
    else if (line !== '') stem.push(line);
  }
  if (drafts.length === 0) return refused({ type: 'not-this-format' });
  if (stem.length > 0) drafts.push({ stem: stem.join('\n'), body: 'key' });
  return deckFile(titleFromName(name), drafts);
}

/** An option is its letter, a sign, and its text. */
function draftOf(stem: string, options: readonly string[], answer: string): Draft {
  const own = options.map((line): OwnOption => ({
    text: line.slice(2).trim(),
    correct: line.startsWith(answer),
  }));
  return { stem, body: own.some(({ correct }) => correct) ? { type: 'choice', options: own } : 'key' };
}

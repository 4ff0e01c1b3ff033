import { utf8Of } from '../../file/utf8.ts';
import { noteOf } from '../anki-note.ts';
import type { AnkiNote } from '../anki-note.ts';
import type { Format } from '../format.ts';

const columns = 5;

/** Anki's text import with its header lines (docs.ankiweb.net/importing/text-files.html). */
export const tsv: Format = {
  id: 'tsv',
  ending: 'anki.tsv',
  mime: 'text/tab-separated-values',
  can: { kinds: new Set(['card']), optionFeedback: false, explanation: 'apart', partialMarks: new Set() },
  memory: 'afresh',
  write(items, { title }) {
    const heads = [
      '#separator:tab',
      '#html:true',
      `#deck:${flat(title)}`,
      `#columns:guid\tfront\tback\texplanation\ttags`,
      '#guid column:1',
      `#tags column:${columns}`,
    ];
    return utf8Of(
      [...heads, ...items.map((item) => noteLine(noteOf(item)))].map((text) => `${text}\n`).join(''),
    );
  },
};

const noteLine = ({ guid, front, back, more, tags }: AnkiNote): string =>
  [guid, front, back, more, tags.join(' ')].map(field).join('\t');

/** A quote at the start would begin a quoted field, and a number sign a comment. */
const field = (text: string): string =>
  /^["#]/.test(text) ? `"${flat(text).replaceAll('"', '""')}"` : flat(text);
const flat = (text: string): string => text.replace(/[\t\r\n]+/g, ' ');

import { tableOf } from '../../file/csv.ts';
import type { Cell } from '../../file/csv.ts';
import { utf8Of } from '../../file/utf8.ts';
import { fourOptionRow } from '../game.ts';
import type { Format } from '../format.ts';

/** The CSV of Blooket: a title row of eight fields, CRLF, no byte order mark, up to four options. */
export const blooket: Format = {
  id: 'blooket',
  ending: 'blooket.csv',
  mime: 'text/csv',
  can: {
    kinds: new Set(['choice', 'multiple']),
    optionFeedback: false,
    explanation: 'none',
    partialMarks: new Set(),
    mostOptions: 4,
  },
  write: (items) => utf8Of(tableOf([title, head, ...items.map(fourOptionRow)])),
};

const title: readonly Cell[] = ['Blooket Import Template', '', '', '', '', '', '', ''];

const head: readonly Cell[] = [
  'Question #',
  'Question Text',
  'Answer 1',
  'Answer 2',
  'Answer 3\n(Optional)',
  'Answer 4\n(Optional)',
  'Time Limit (sec)\n(Max: 300 seconds)',
  'Correct Answer(s)\n(Only include Answer #)',
];

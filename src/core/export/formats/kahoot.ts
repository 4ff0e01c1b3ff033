import type { Cell } from '../../file/csv.ts';
import { workbookOf } from '../../file/workbook.ts';
import { fourOptionRow } from '../game.ts';
import type { Format } from '../format.ts';

/** The template of Kahoot! for a spreadsheet: the head is row 8, a question has up to four short options. */
export const kahoot: Format = {
  id: 'kahoot',
  ending: 'kahoot.xlsx',
  mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  can: {
    kinds: new Set(['choice', 'multiple']),
    optionFeedback: false,
    explanation: 'none',
    partialMarks: new Set(),
    mostOptions: 4,
    longestStem: 120,
    longestOption: 75,
  },
  write: (items, { title }) =>
    workbookOf([{ name: title, rows: [...above(title), head, ...items.map(fourOptionRow)] }]),
};

/** Rows 1 to 7, which Kahoot! passes over. */
const above = (title: string): readonly (readonly Cell[])[] => [
  [],
  ['', 'Quiz template'],
  ['', title],
  [],
  [],
  [],
  [],
];

const head: readonly Cell[] = [
  '',
  'Question - max 120 characters',
  'Answer 1 - max 75 characters',
  'Answer 2 - max 75 characters',
  'Answer 3 - max 75 characters',
  'Answer 4 - max 75 characters',
  'Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs',
  'Correct answer(s) - choose at least one',
];

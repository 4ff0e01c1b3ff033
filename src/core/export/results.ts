import type { Cell as Answered, ClassResults, Row } from '../assignment/class-results.ts';
import { noLimit } from '../assignment/assignment.ts';
import { isoOfDayNumber } from '../fact/calendar.ts';
import type { Cell } from '../file/csv.ts';
import { spreadsheetCsvOf } from '../file/csv.ts';
import { utf8Of } from '../file/utf8.ts';
import { workbookOf } from '../file/workbook.ts';
import { answerOf } from './ways.ts';
import { responseText } from './response-text.ts';

type Table = readonly (readonly Cell[])[];

/** A class's results as CSV: `long` has a line for each answer, `wide` one for each attempt. Safe to open in a spreadsheet. */
export const resultsCsv = (results: ClassResults, shape: 'long' | 'wide'): Uint8Array =>
  utf8Of(spreadsheetCsvOf(shape === 'long' ? longTable(results) : wideTable(results)));

/** The same as a workbook with a sheet for each of the two. */
export const resultsWorkbook = (results: ClassResults): Uint8Array =>
  workbookOf([
    { name: 'Students', rows: wideTable(results) },
    { name: 'Answers', rows: longTable(results) },
  ]);

const longHead = [
  'student',
  'attempt',
  'counts',
  'finished',
  'item',
  'form',
  'stem',
  'response',
  'key',
  'marks',
  'certainty',
] as const;

function longTable({ rows }: ClassResults): Table {
  const lines = rows.flatMap((row) => row.cells.map((cell, index) => answerLine(row, cell, index)));
  return [longHead, ...lines];
}

function answerLine(
  row: Row,
  { item, response, marks, certainty }: Answered,
  index: number,
): readonly Cell[] {
  return [
    row.student,
    row.number,
    word(row.counts),
    isoTime(row.finishedUtcMs),
    index + 1,
    item.form,
    item.stem,
    response ? responseText(item, response) : '',
    answerOf(item),
    rounded(marks),
    certainty ?? '',
  ];
}

function wideTable({ rows, columns }: ClassResults): Table {
  const head = ['student', 'attempt', 'counts', 'late', 'started', 'finished', 'marks', 'of', 'more time %'];
  const items = columns.map((_, index) => `item ${index + 1}`);
  return [[...head, ...items], ...rows.map((row) => attemptLine(row, columns.length))];
}

const attemptLine = (row: Row, of: number): readonly Cell[] => [
  row.student,
  row.number,
  word(row.counts),
  word(row.late),
  isoTime(row.startedUtcMs),
  isoTime(row.finishedUtcMs),
  rounded(row.marks),
  of,
  row.extendedBy === noLimit ? 'no limit' : row.extendedBy,
  ...row.cells.map(({ response, marks }) => (response ? rounded(marks) : '')),
];

const word = (is: boolean): string => (is ? 'yes' : 'no');
const rounded = (marks: number): number => Number(marks.toFixed(4));

/** `2026-11-25T21:34Z`. */
function isoTime(utcMs: number): string {
  const minutes = Math.floor(utcMs / 60_000);
  const day = Math.floor(minutes / 1440);
  const inDay = minutes - day * 1440;
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${isoOfDayNumber(day)}T${two(Math.floor(inDay / 60))}:${two(inDay % 60)}Z`;
}

import { readTable } from '../../file/csv.ts';
import type { OwnBody, OwnOption } from '../../own/own-item.ts';
import { refused } from '../../result.ts';
import { deckFile } from '../deck-file.ts';
import type { Draft, ReadDeck } from '../deck-file.ts';
import { titleFromName } from '../import-format.ts';
import type { ImportFormat } from '../import-format.ts';

/**
 * A table with a heading: a column for the stem, one for the right answer, perhaps options, an explanation and tags. Two
 * columns without a heading are cards. Tables of Blooket and of Wayground, saved as CSV, have such headings.
 */
export const csv: ImportFormat = { id: 'csv', takes: 'text', read };

type Column = 'stem' | 'key' | 'option' | 'explanation' | 'tags' | 'id';

const headings: Readonly<Record<Column, RegExp>> = {
  id: /^(?:id|guid)$/,
  stem: /^(?:question(?: text)?|stem|front|term|prompt)$/,
  key: /^(?:correct ?answer(?:\(s\))?.*|answer|key|back|definition|response)$/,
  option: /^(?:option|answer|choice) ?\d/,
  explanation: /^(?:(?:answer )?explanation|feedback|notes?)$/,
  tags: /^(?:tags?|keywords?)$/,
};

function read(text: string, name: string): ReadDeck {
  const rows = readTable(text, hasSemicolons.test(text) ? ';' : ',');
  const start = rows.findIndex((row) => columnsOf(row).stem.length > 0 && columnsOf(row).key.length > 0);
  const head = rows[start];
  if (head && start <= 1) return deckOf(rows.slice(start + 1), columnsOf(head), name);
  if (rows.length === 0 || rows.some((row) => row.length !== 2)) return refused({ type: 'not-this-format' });
  return deckOf(rows, { ...columnsOf([]), stem: [0], key: [1] }, name);
}

/** The first line has semicolons and no commas. */
const hasSemicolons = /^[^,;\n]*;[^,\n]*(?:\n|$)/;

const deckOf = (rows: readonly (readonly string[])[], columns: Columns, name: string): ReadDeck =>
  deckFile(
    titleFromName(name),
    rows.map((row) => draftOf(row, columns)),
  );

type Columns = Readonly<Record<Column, readonly number[]>>;

function columnsOf(row: readonly string[]): Columns {
  const names = row.map((cell) => cell.replace(/\s+/g, ' ').trim().toLowerCase());
  const of = (column: Column): number[] =>
    names.flatMap((heading, index) => (headings[column].test(heading) ? [index] : []));
  return {
    id: of('id'),
    stem: of('stem'),
    key: of('key'),
    option: of('option'),
    explanation: of('explanation'),
    tags: of('tags'),
  };
}

function draftOf(row: readonly string[], columns: Columns): Draft {
  const cell = (column: Column): string => bared(row[columns[column][0] ?? -1] ?? '');
  const options = columns.option.map((index) => bared(row[index] ?? '')).filter((text) => text !== '');
  const id = cell('id');
  return {
    ...(id !== '' && { name: id }),
    stem: cell('stem'),
    body: bodyOf(options, cell('key')),
    explanation: cell('explanation'),
    tags: cell('tags').split(/[,;]/),
  };
}

/** Without the apostrophe that keeps a spreadsheet from running a text. */
const bared = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, '').trim();

function bodyOf(texts: readonly string[], key: string): OwnBody | 'key' {
  if (texts.length < 2) return key === '' && texts.length === 0 ? 'key' : cardOrText(texts, key);
  const right = new Set(key.split(/[,;]/).map((part) => part.trim().toLowerCase()));
  const options = texts.map((text, index): OwnOption => {
    const signs = [String(index + 1), String.fromCharCode(97 + index), text.toLowerCase()];
    return {
      text,
      correct: signs.some((sign) => right.has(sign)) || text.toLowerCase() === key.toLowerCase(),
    };
  });
  const count = options.filter(({ correct }) => correct).length;
  if (count === 0) return 'key';
  return { type: count === 1 ? 'choice' : 'multiple', options };
}

/** A single option is what is to be typed; a key alone is the back of a card. */
const cardOrText = (texts: readonly string[], key: string): OwnBody =>
  texts.length === 1 ? { type: 'text', accepted: texts } : { type: 'card', back: key };

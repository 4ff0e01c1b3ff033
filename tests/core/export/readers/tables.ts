import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import type { CarriedItem } from '#core/export/carried.ts';
import { explanationWithSources } from '#core/export/explanation.ts';
import { optionsOfBody } from '#core/export/game.ts';
import { htmlOf } from '#core/export/html.ts';
import { textOf } from '#core/file/utf8.ts';
import type { Reader } from './reader.ts';

const texts = ({ body }: CarriedItem, most: number): readonly (string | null)[] => {
  const own = body.kind === 'text' ? body.accepted : optionsOfBody(body).map(({ text }) => text);
  return Array.from({ length: most }, (_, index) => own[index] ?? null);
};

const right = ({ body }: CarriedItem): string =>
  optionsOfBody(body)
    .flatMap(({ correct }, index) => (correct ? [index + 1] : []))
    .join(',');

/** All rows of the first sheet, read by another author's program. */
async function rowsOf(bytes: Uint8Array): Promise<readonly (readonly unknown[])[]> {
  const sheets = await readXlsxFile(Buffer.from(bytes));
  const [first] = sheets;
  if (!first) throw new TypeError('No sheet');
  return first.data;
}

/** Its template: the head is row 8, times are among eight. */
export const kahootReader: Reader = {
  async read(bytes) {
    const rows = await rowsOf(bytes);
    if (!String(rows[7]?.[1]).startsWith('Question')) throw new TypeError('The head is not in row 8');
    return rows.slice(8).map((row) => {
      const [number, stem, a, b, c, d, seconds, key] = row;
      if (![5, 10, 20, 30, 60, 90, 120, 240].includes(Number(seconds)))
        throw new TypeError(`Time ${seconds}`);
      if (String(stem).length > 120 || [a, b, c, d].some((text) => String(text ?? '').length > 75))
        throw new TypeError(`Too long: ${stem}`);
      return [number, stem, a, b, c, d, String(key)];
    });
  },
  meant: (item, index) => [index + 1, item.stem, ...texts(item, 4), right(item)],
};

const kinds: Readonly<Record<string, string>> = {
  choice: 'Multiple Choice',
  multiple: 'Checkbox',
  text: 'Fill-in-the-Blank',
  open: 'Open-Ended',
};

export const waygroundReader: Reader = {
  async read(bytes) {
    const [head, ...rows] = await rowsOf(bytes);
    if (head?.[0] !== 'Question Text' || head[7] !== 'Correct Answer') throw new TypeError('Not its head');
    return rows.map((row) => [...row.slice(0, 7), String(row[7] ?? ''), row[10]]);
  },
  meant: (item) => [
    item.stem,
    kinds[item.body.kind],
    ...texts(item, 5),
    right(item),
    explanationWithSources(item),
  ],
};

export const blooketReader: Reader = {
  read(bytes) {
    if (bytes[0] === 0xef) throw new TypeError('It begins with a byte order mark');
    const text = textOf(bytes);
    const [title, head, ...rows] = parse(text, { record_delimiter: '\r\n' });
    if (!text.startsWith('Blooket Import Template,,,,,,,\r\n') || title?.length !== 8 || head?.length !== 8)
      throw new TypeError('Not its template');
    return rows.map((row) => row.toSpliced(6, 1).map((cell) => (cell === '' ? null : cell)));
  },
  meant: (item, index) => [String(index + 1), item.stem, ...texts(item, 4), right(item)],
};

const html = (lines: readonly string[]): string =>
  lines
    .filter((line) => line !== '')
    .map(htmlOf)
    .join('<br>');

/** The fields of a note, as Anki would show them. */
export const noteMeant = ({ stem, body, explanation, sources, tags }: CarriedItem) => {
  const card = body.kind === 'card' ? body : undefined;
  return {
    front: html([stem, ...(card?.below ?? [])]),
    back: html(card?.back ?? (body.kind === 'text' ? body.accepted.slice(0, 1) : [])),
    more: html([explanation, ...sources]),
    tags,
  };
};

export const tsvReader: Reader = {
  read(bytes) {
    const lines = textOf(bytes).split('\n');
    const heads = new Map(
      lines
        .filter((line) => line.startsWith('#'))
        .map((line) => [line.split(':')[0], line.slice(line.indexOf(':') + 1)]),
    );
    if (heads.get('#separator') !== 'tab' || heads.get('#html') !== 'true')
      throw new TypeError('Not its head');
    if (heads.get('#columns')?.split('\t').length !== 5) throw new TypeError('Not its columns');
    const table = lines.filter((line) => !line.startsWith('#')).join('\n');
    return parse(table, { delimiter: '\t' }).map(([, front, back, more, tags = '']) => ({
      front,
      back,
      more,
      tags: tags.split(' '),
    }));
  },
  meant: noteMeant,
};

const flat = (lines: readonly string[]): string => lines.join(' ').replace(/\s+/g, ' ').trim();

export const quizletReader: Reader = {
  read: (bytes) =>
    textOf(bytes)
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t')),
  meant: ({ stem, body }) =>
    body.kind === 'card' ? [flat([stem, ...body.below]), flat(body.back)] : undefined,
};

import { readTable } from '../../file/csv.ts';
import { refused } from '../../result.ts';
import { deckFile } from '../deck-file.ts';
import type { Draft, ReadDeck } from '../deck-file.ts';
import { titleFromName } from '../import-format.ts';
import type { ImportFormat } from '../import-format.ts';
import { plainText } from '../plain-text.ts';

/** Basic cards a line, fields with tabs between: Anki's text export with its header lines, or a copy from Quizlet. */
export const tsv: ImportFormat = { id: 'tsv', takes: 'text', read };

interface Layout {
  readonly separator: string;
  readonly isHtml: boolean;
  readonly deck: string | undefined;
  /** Places of columns, from 0. */
  readonly guid: number;
  readonly tags: number;
}

function read(text: string, name: string): ReadDeck {
  const lines = text.split(/\r\n|\n|\r/);
  const layout = layoutOf(lines);
  const rows = readTable(lines.filter((line) => !line.startsWith('#')).join('\n'), layout.separator);
  if (rows.every((row) => row.length < 2)) return refused({ type: 'not-this-format' });
  return deckFile(
    layout.deck || titleFromName(name),
    rows.map((row) => draftOf(row, layout)),
  );
}

const separators: Readonly<Record<string, string>> = {
  tab: '\t',
  comma: ',',
  semicolon: ';',
  pipe: '|',
  space: ' ',
};

function layoutOf(lines: readonly string[]): Layout {
  const head = (key: string): string =>
    lines
      .find((line) => line.startsWith(`#${key}:`))
      ?.slice(key.length + 2)
      .trim() ?? '';
  const separator = head('separator').toLowerCase();
  return {
    separator: separators[separator] ?? (separator.length === 1 ? separator : '\t'),
    isHtml: head('html') === 'true',
    deck: head('deck').split('::').at(-1),
    guid: Number(head('guid column')) - 1,
    tags: Number(head('tags column')) - 1,
  };
}

function draftOf(row: readonly string[], { isHtml, guid, tags }: Layout): Draft {
  const asText = (field: string): string => (isHtml ? plainText(field) : field.trim());
  const [stem = '', back = '', ...more] = row
    .filter((_, index) => index !== guid && index !== tags)
    .map(asText);
  const name = row[guid];
  return {
    ...(name && { name }),
    stem,
    body: back === '' ? 'key' : { type: 'card', back },
    explanation: more.filter((field) => field !== '').join('\n'),
    tags: (row[tags] ?? '').split(' '),
  };
}

import type { ArchiveFile } from '../guard/reader.ts';
import type { ReadDeck } from './deck-file.ts';

export const importFormatIds = [
  'gift',
  'moodle-xml',
  'aiken',
  'csv',
  'tsv',
  'qti',
  'qti-item',
  'apkg',
] as const;
export type ImportFormatId = (typeof importFormatIds)[number];

/** How a file of another program becomes a deck. One file a format in `formats/`; the guard has opened the file before. */
export type ImportFormat = {
  readonly id: ImportFormatId;
} & (
  | { readonly takes: 'text'; readonly read: (text: string, name: string) => ReadDeck }
  | { readonly takes: 'archive'; readonly read: (files: readonly ArchiveFile[], name: string) => ReadDeck }
);

/** The name of a file as a title: without its folder and ending. */
export const titleFromName = (name: string): string =>
  name
    .replace(/^.*[/\\]/, '')
    .replace(/\.[^.]*$/, '')
    .replace(/[_-]+/g, ' ');

/** The last part of a category, `$course$/top/a/b`; `//` is a slash. */
export const lastPart = (category: string): string =>
  String(category.split(/(?<!\/)\/(?!\/)/).at(-1)).replaceAll('//', '/');

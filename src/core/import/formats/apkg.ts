import { readSqlite } from '../../file/sqlite-read.ts';
import type { ReadRow } from '../../file/sqlite-read.ts';
import type { ArchiveFile } from '../../guard/reader.ts';
import { readJson } from '../../guard/read-json.ts';
import { isRecord } from '../../shape.ts';
import { refused } from '../../result.ts';
import { deckFile } from '../deck-file.ts';
import type { Draft, ReadDeck } from '../deck-file.ts';
import { titleFromName } from '../import-format.ts';
import type { ImportFormat } from '../import-format.ts';
import { clozeDrafts } from '../cloze-drafts.ts';
import { plainText } from '../plain-text.ts';

/**
 * A package of Anki: the first field of a note is the front, the second the back, the others explain. Gaps become one
 * item each. Pictures and sounds stay behind, and so does the history.
 */
export const apkg: ImportFormat = { id: 'apkg', takes: 'archive', read };

function read(files: readonly ArchiveFile[], name: string): ReadDeck {
  const named = (path: string): Uint8Array | undefined => files.find((file) => file.path === path)?.bytes;
  // The old database beside a new one holds nothing but a note that asks for a newer program.
  if (named('collection.anki21b')) return refused({ type: 'newer-anki' });
  const bytes = named('collection.anki21') ?? named('collection.anki2');
  const database = bytes && readSqlite(bytes);
  const [collection] = database?.rows('col') ?? [];
  const notes = database?.rows('notes');
  if (!collection || !notes) return refused({ type: 'not-this-format' });
  const [models, decks] = [jsonIn(collection, 9), jsonIn(collection, 10)];
  const clozes = new Set(idsWith(models, (model) => model.type === 1));
  return deckFile(
    deckName(decks) ?? titleFromName(name),
    notes.flatMap((note) => draftsOf(note, clozes)),
  );
}

const depth = 32;

function jsonIn({ values }: ReadRow, column: number): Readonly<Record<string, unknown>> {
  const raw = values[column];
  const read = typeof raw === 'string' ? readJson(raw, depth) : undefined;
  return read?.ok && isRecord(read.value) ? read.value : {};
}

const idsWith = (
  models: Readonly<Record<string, unknown>>,
  is: (model: Readonly<Record<string, unknown>>) => boolean,
): readonly string[] =>
  Object.entries(models).flatMap(([id, model]) => (isRecord(model) && is(model) ? [id] : []));

/** The first deck that is not the one every collection has. */
function deckName(decks: Readonly<Record<string, unknown>>): string | undefined {
  const names = Object.entries(decks).flatMap(([id, deck]) =>
    id !== '1' && isRecord(deck) && typeof deck.name === 'string' ? [deck.name] : [],
  );
  return names[0]?.split('::').at(-1);
}

const separator = '\u001f';

function draftsOf({ values }: ReadRow, clozes: ReadonlySet<string>): readonly Draft[] {
  const [, guid, model, , , tags, raw] = values;
  const fields = typeof raw === 'string' ? raw.split(separator) : [];
  const name = typeof guid === 'string' ? guid : undefined;
  const shared = {
    ...(name !== undefined && { name }),
    tags: typeof tags === 'string' ? tags.split(' ') : [],
  };
  const [front = '', back = '', ...more] = fields.map((field) => plainText(withoutMedia(field)));
  if (clozes.has(String(model))) {
    const explanation = [back, ...more].filter((text) => text !== '').join('\n');
    return clozeDrafts(front).map((draft, index) => ({
      ...shared,
      ...draft,
      ...(name !== undefined && { name: `${name}-c${index + 1}` }),
      explanation,
    }));
  }
  const explanation = more.filter((text) => text !== '').join('\n');
  return [{ ...shared, stem: front, body: back === '' ? 'key' : { type: 'card', back }, explanation }];
}

const withoutMedia = (field: string): string =>
  field.replace(/<img\b[^<>]*>|\[sound:[^\]]*\]/g, '').replace(/\[anki:[^\]]*\]/g, '');

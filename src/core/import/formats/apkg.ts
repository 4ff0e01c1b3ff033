import { readSqlite } from '../../file/sqlite-read.ts';
import type { ReadRow, SqliteFile } from '../../file/sqlite-read.ts';
import { readZstd } from '../../file/zstd-read.ts';
import { fileLimits } from '../../guard/limits.ts';
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
 * A package of Anki, of any version: the first field of a note is the front, the second the back, the others explain.
 * Gaps become one item each. Pictures and sounds stay behind and are counted; so are the cards that were learnt: what the other
 * program remembers of them is its own.
 */
export const apkg: ImportFormat = { id: 'apkg', takes: 'archive', read };

function read(files: readonly ArchiveFile[], name: string): ReadDeck {
  const named = (path: string): Uint8Array | undefined => files.find((file) => file.path === path)?.bytes;
  const packed = named('collection.anki21b');
  // The old database beside a new one holds nothing but a note that asks for a newer program.
  const old = named('collection.anki21') ?? named('collection.anki2');
  const bytes = packed ? readZstd(packed, fileLimits.inflatedBytes) : old;
  const database = bytes && readSqlite(bytes);
  const notes = database?.rows('notes');
  const about = database && (tablesIn(database) ?? collectionIn(database));
  if (!notes || !about) return refused({ type: packed ? 'newer-anki' : 'not-this-format' });
  const learnt = learntNotes(database.rows('cards') ?? []);
  return deckFile(
    about.title ?? titleFromName(name),
    notes.flatMap((note) => {
      const drafts = draftsOf(note, about.clozes);
      return learnt.has(note.id) ? drafts.map((draft) => ({ ...draft, hasHistory: true as const })) : drafts;
    }),
  );
}

/** Notes with a card that was answered there: the second column names the note, the twelfth counts the answers. */
const learntNotes = (cards: readonly ReadRow[]): ReadonlySet<unknown> =>
  new Set(cards.flatMap(({ values }) => (Number(values[11]) > 0 ? [values[1]] : [])));

/** What a collection says beside its notes. */
interface About {
  readonly title: string | undefined;
  /** The ids of the kinds of note that have gaps. */
  readonly clozes: ReadonlySet<string>;
}

/** In newer collections kinds of note and decks are tables; whether a kind has gaps is the first field of its settings. */
function tablesIn(database: SqliteFile): About | undefined {
  const [kinds, decks] = [database.rows('notetypes'), database.rows('decks')];
  if (!kinds || !decks) return undefined;
  const hasGaps = ({ values }: ReadRow): boolean => {
    const settings = values[4];
    return settings instanceof Uint8Array && settings[0] === 8 && settings[1] === 1;
  };
  const names = decks.flatMap(({ id, values: [, own] }) =>
    id !== 1 && typeof own === 'string' ? [own] : [],
  );
  return {
    title: names[0]?.split(separator).at(-1),
    clozes: new Set(kinds.filter(hasGaps).map(({ id }) => String(id))),
  };
}

function collectionIn(database: SqliteFile): About | undefined {
  const [collection] = database.rows('col') ?? [];
  if (!collection) return undefined;
  const [models, decks] = [jsonIn(collection, 9), jsonIn(collection, 10)];
  return { title: deckName(decks), clozes: new Set(idsWith(models, (model) => model.type === 1)) };
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
    ...(fields.some((field) => withoutMedia(field) !== field) && { hasMedia: true as const }),
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

const media = /<img\b[^<>]*>|\[(?:sound|anki):[^\]]*\]/g;

const withoutMedia = (field: string): string => field.replaceAll(media, '');

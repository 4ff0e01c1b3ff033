import { firstDayOf } from '../../fact/calendar.ts';
import { databaseOf } from '../../file/sqlite-write.ts';
import type { SqlRow, SqlTable } from '../../file/sqlite-write.ts';
import { sha1Of } from '../../file/sha1.ts';
import { utf8Of } from '../../file/utf8.ts';
import { zipOf } from '../../file/zip-write.ts';
import { collectionValues, deckIdOf, modelIds, numberOf } from '../anki-collection.ts';
import { noteOf } from '../anki-note.ts';
import type { AnkiNote } from '../anki-note.ts';
import { ankiTables } from '../anki-tables.ts';
import type { CarriedItem } from '../carried.ts';
import type { Format, Heading } from '../format.ts';

/**
 * A package of Anki as every version of it reads one ("Legacy 1"): collection.anki2, a SQLite database of schema 11, and
 * a list of media, which is empty. Reviews start afresh there: the learner's history stays here.
 */
export const apkg: Format = {
  id: 'apkg',
  ending: 'apkg',
  mime: 'application/octet-stream',
  can: {
    kinds: new Set(['card', 'text']),
    optionFeedback: false,
    explanation: 'apart',
    partialMarks: new Set(),
  },
  write: (items, heading) =>
    zipOf([
      { name: 'collection.anki2', bytes: databaseOf(tablesOf(items, heading)) },
      { name: 'media', bytes: utf8Of('{}') },
    ]),
};

function tablesOf(items: readonly CarriedItem[], heading: Heading): readonly SqlTable[] {
  const start = (firstDayOf(heading.dateIso) ?? 0) * dayMs + numberOf(heading.id, dayMs);
  const notes = items.map((item, index) => ({ item, note: noteOf(item), id: start + index }));
  const rows: Readonly<Record<keyof typeof ankiTables, readonly SqlRow[]>> = {
    col: [{ id: 1, values: collectionValues(heading, start) }],
    notes: notes.map(({ item, note, id }) => noteRow(item, note, id, start)),
    cards: notes.map(({ id }, index) => cardRow(id, index, heading, start)),
    revlog: [],
    graves: [],
  };
  return (Object.keys(ankiTables) as (keyof typeof ankiTables)[]).map((name) => ({
    name,
    sql: ankiTables[name],
    rows: rows[name],
  }));
}

const dayMs = 86_400_000;

/** Between the fields of a note. */
const separator = '\u001f';

function noteRow({ body }: CarriedItem, note: AnkiNote, id: number, start: number): SqlRow {
  const { guid, front, back, more, tags } = note;
  const sortField = front.replace(/<[^>]*>/g, ' ').replace(/&[a-z#0-9]+;/g, ' ');
  const model = body.kind === 'text' ? modelIds.typed : modelIds.basic;
  const fields = [front, back, more].join(separator);
  const seconds = Math.floor(start / 1000);
  return {
    id,
    values: [null, guid, model, seconds, -1, ` ${tags.join(' ')} `, fields, sortField, sumOf(front), 0, ''],
  };
}

/** What Anki finds doubles by: the first field without markup, its SHA-1, the first eight digits. */
const sumOf = (front: string): number =>
  Number.parseInt(sha1Of(utf8Of(front.replace(/<[^>]*>/g, ''))).slice(0, 8), 16);

/** A new card, in the order of the items. */
function cardRow(note: number, index: number, heading: Heading, start: number): SqlRow {
  const seconds = Math.floor(start / 1000);
  const schedule = [0, 0, index + 1, 0, 0, 0, 0, 0, 0, 0, 0];
  return { id: note, values: [null, note, deckIdOf(heading), 0, seconds, -1, ...schedule, ''] };
}

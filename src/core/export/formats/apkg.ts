import { firstDayOf } from '../../fact/calendar.ts';
import { databaseOf } from '../../file/sqlite-write.ts';
import type { SqlRow, SqlTable } from '../../file/sqlite-write.ts';
import { sha1Of } from '../../file/sha1.ts';
import { utf8Of } from '../../file/utf8.ts';
import { zipOf } from '../../file/zip-write.ts';
import type { Day } from '../../memory/day.ts';
import { collectionValues, deckIdOf, modelIds, numberOf } from '../anki-collection.ts';
import { noteOf } from '../anki-note.ts';
import type { AnkiNote } from '../anki-note.ts';
import { dayStart, lastAnswered, loggedReviews, scheduledColumns } from '../anki-schedule.ts';
import { ankiTables } from '../anki-tables.ts';
import type { CarriedItem } from '../carried.ts';
import type { Format, Heading } from '../format.ts';
import type { Schedule } from '../schedule.ts';

/**
 * A package of Anki as every version of it reads one ("Legacy 1"): collection.anki2, a SQLite database of schema 11, and
 * a list of media, which is empty. Reviews start afresh there unless a learner takes the memories along.
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
  memory: 'taken',
  write: (items, heading, schedule) =>
    zipOf([
      { name: 'collection.anki2', bytes: databaseOf(tablesOf(items, heading, schedule)) },
      { name: 'media', bytes: utf8Of('{}') },
    ]),
};

function tablesOf(
  items: readonly CarriedItem[],
  heading: Heading,
  schedule: Schedule | undefined,
): readonly SqlTable[] {
  const contentDay = firstDayOf(heading.dateIso) ?? 0;
  const start = contentDay * dayMs + numberOf(heading.id, dayMs);
  const notes = items.map((item, index) => ({ item, note: noteOf(item), id: start + index }));
  const past = schedule && pastOf(notes, contentDay as Day, schedule);
  const rows: Readonly<Record<keyof typeof ankiTables, readonly SqlRow[]>> = {
    col: [{ id: 1, values: collectionValues(heading, start, past?.beginsMs) }],
    notes: notes.map(({ item, note, id }) => noteRow(item, note, id, start)),
    cards: notes.map(({ id }, index) => cardRow(id, index, heading, start, past?.cards.get(id))),
    revlog: past?.log ?? [],
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

/** A card that is new, in the order of the items, or as it is remembered. */
function cardRow(
  note: number,
  index: number,
  heading: Heading,
  start: number,
  past: Scheduled | undefined,
): SqlRow {
  const seconds = Math.floor(start / 1000);
  const schedule = [...(past?.columns ?? [0, 0, index + 1, 0, 0, 0, 0, 0]), 0, 0, 0];
  return { id: note, values: [null, note, deckIdOf(heading), 0, seconds, -1, ...schedule, past?.data ?? ''] };
}

type Scheduled = ReturnType<typeof scheduledColumns>;

/** The memories of the notes' cards, counted from a day before all of them, and the answers that made them. */
function pastOf(
  notes: readonly { readonly item: CarriedItem; readonly id: number }[],
  contentDay: Day,
  { remembered, tzOffsetMin }: Schedule,
) {
  const known = notes.flatMap(({ item, id }) => {
    const own = remembered(item.card);
    return own ? [{ id, own }] : [];
  });
  const firstDay = Math.min(contentDay, ...known.map(({ own }) => own.memory.last)) as Day;
  const startOf = dayStart(tzOffsetMin);
  const taken = new Set<number>();
  const free = (utcMs: number): number => {
    let moment = utcMs;
    while (taken.has(moment)) moment += 1;
    taken.add(moment);
    return moment;
  };
  return {
    beginsMs: startOf(firstDay),
    cards: new Map(
      known.map(({ id, own }) => [id, scheduledColumns(own, firstDay, lastAnswered(own, startOf))]),
    ),
    log: known.flatMap(({ id, own }) => loggedReviews(own, id, free)).toSorted((a, b) => a.id - b.id),
  };
}

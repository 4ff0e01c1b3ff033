import { unzipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { formats } from '#core/export/formats/index.ts';
import { askSqlite } from '../../sqlite.ts';
import { exported, exportedAwkward } from './exported.ts';
import { noteMeant } from './readers/tables.ts';

/** The database of a package, opened by SQLite itself. */
function opened(bytes: Uint8Array) {
  const { 'collection.anki2': file = new Uint8Array(), media } = unzipSync(bytes);
  expect(Buffer.from(media ?? []).toString()).toBe('{}');
  return (sql: string) => askSqlite(file, sql);
}

describe('apkg', () => {
  const { bytes, items } = exported(formats.apkg);
  const ask = opened(bytes);

  test('is a database that SQLite finds sound', () => {
    expect(ask('PRAGMA integrity_check')).toEqual([['ok']]);
  });

  test('holds a note and a new card for each of 300 items, in order', () => {
    expect(items.length).toBeGreaterThanOrEqual(300);
    const rows = ask(
      'SELECT n.flds, n.tags, c.ord, c.type, c.queue, c.due FROM notes n JOIN cards c ON c.nid = n.id ORDER BY c.due',
    );
    expect(rows.map(([fields, tags, ...card]) => [...String(fields).split('\u001f'), tags, ...card])).toEqual(
      items.map((item, index) => {
        const { front, back, more, tags } = noteMeant(item);
        return [front, back, more, ` ${tags.join(' ')} `, 0, 0, 0, index + 1];
      }),
    );
  });

  test('gives each note the sum by which Anki finds doubles', () => {
    for (const [fields, sum] of ask('SELECT flds, csum FROM notes')) {
      const first =
        String(fields)
          .split('\u001f')[0]
          ?.replace(/<[^>]*>/g, '') ?? '';
      expect(sum).toBe(Number.parseInt(createHash('sha1').update(first).digest('hex').slice(0, 8), 16));
    }
  });

  test('names each note for its card and form, so that a later import takes its place', () => {
    const guids = (of: typeof ask) =>
      new Map(of('SELECT flds, guid FROM notes').map(([flds, guid]) => [guid, flds]));
    const own = guids(ask);
    expect(own.size).toBe(items.length);
    const changed = guids(opened(exportedAwkward(formats.apkg).bytes));
    for (const [guid, fields] of changed) {
      expect(own.has(guid)).toBe(true);
      expect(own.get(guid)).not.toBe(fields);
    }
  });

  test('has a deck and the kinds of notes that its notes are of', () => {
    const [[models, decks] = []] = ask('SELECT models, decks FROM col');
    const used = ask('SELECT DISTINCT mid FROM notes').map(([id]) => String(id));
    expect(Object.keys(JSON.parse(String(models)))).toEqual(expect.arrayContaining(used));
    const [[deck] = []] = ask('SELECT DISTINCT did FROM cards');
    expect(JSON.parse(String(decks))[String(deck)].name).toMatch(/Niger/);
  });
});

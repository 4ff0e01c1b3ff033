import { describe, expect, test } from 'vitest';
import { journalDatabase } from '#lib/storage/journal-database.ts';
import { memoryNotes, noteKeys } from '#lib/storage/notes.ts';
import { databaseName } from '#lib/storage/schema.ts';
import { sealRow } from '#lib/storage/sealed.ts';
import { nameIn, nextName, notedHead } from '#lib/storage/sentinel.ts';
import { defaultSettings } from '#lib/storage/settings.ts';
import { journalLine } from '#core/log/journal-line.ts';
import { journalOf } from '#lib/storage/read-journal.ts';
import { logOf, review } from '../../core/review/some-events.ts';
import { planOf } from './contract.ts';
import { FaultyFactory } from './faulty-factory.ts';
import { keptIn, stored, withoutDatabase } from './stored.ts';
import { openTab } from './tab.ts';

/** The note of a browser, with something of it changed. */
function renote({ notes }: FaultyFactory, changes: Readonly<Record<string, unknown>>): void {
  notes.set(noteKeys.sentinel, JSON.stringify({ v: 1, ...notedHead(notes), ...changes }));
}

describe('a log is short', () => {
  const isShort = async (factory: FaultyFactory): Promise<boolean> => (await openTab(factory)).short;

  test('never where everything is there', async () => {
    const { factory } = await stored();
    expect(notedHead(factory.notes)).toMatchObject({ seq: 3, total: 3 });
    expect(await isShort(factory)).toBe(false);
    renote(factory, { total: 2 });
    expect(await isShort(factory)).toBe(false);
    renote(factory, { seq: 0, total: 3, hash: undefined });
    expect(await isShort(factory)).toBe(false);
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['more was noted', { total: 4 }],
    ['the last entry is another', { hash: 'x' }],
    ['the last entry is not there', { seq: 4 }],
    ['the last entry is of another device', { deviceId: 'other' }],
  ])('where %s', async (_, changes) => {
    const { factory } = await stored();
    renote(factory, changes);
    expect(await isShort(factory)).toBe(true);
  });

  test('where the head is damaged', async () => {
    const { factory } = await stored();
    await factory.tamper(databaseName, (database) => {
      const transaction = database.transaction('head', 'readwrite');
      transaction.objectStore('head').put({ ...Object(sealRow({})), checksum: 'x' }, 'head');
      return transaction;
    });
    expect(await isShort(factory)).toBe(true);
  });

  test.each([true, false])(
    'where the database and the note are gone, if there is a second copy: %s',
    async (isCopied) => {
      const factory = new FaultyFactory();
      const copy = journalDatabase(factory);
      if (isCopied) await copy.add('a line\n');
      expect((await openTab(factory)).short).toBe(isCopied);
    },
  );

  test('not where only the note is gone', async () => {
    const { factory } = await stored();
    await journalDatabase(factory).add('a line\n');
    factory.notes.set(noteKeys.sentinel, undefined);
    expect(await isShort(factory)).toBe(false);
  });

  test.each<[string, object]>([
    ['fails to', { databases: () => Promise.reject(new DOMException('denied', 'UnknownError')) }],
    ['cannot', { databases: undefined }],
  ])('not where the browser %s list its databases', async (_, lists) => {
    const factory = Object.assign(new FaultyFactory(), lists);
    await journalDatabase(factory).add('a line\n');
    expect((await openTab(factory)).short).toBe(false);
  });

  test('not where a note lacks its count, as older programs wrote it', async () => {
    const { factory } = await stored();
    renote(factory, { total: undefined, seq: 9 });
    expect(notedHead(factory.notes)).toBeUndefined();
    expect(await isShort(factory)).toBe(false);
  });
});

test.each([
  [undefined, 'harmattan', 'harmattan-2'],
  ['harmattan-2', 'harmattan-2', 'harmattan-3'],
  ['harmattan-99', 'harmattan-99', 'harmattan-100'],
  ['harmattan-123456', 'harmattan-123456', 'harmattan-123457'],
  ['harmattan-1234567', 'harmattan', 'harmattan-2'],
  ['my-harmattan-2', 'harmattan', 'harmattan-2'],
  ['harmattan-copy', 'harmattan', 'harmattan-2'],
])('a note of the database "%s" means %s, and the next is %s', (noted, name, next) => {
  const notes = memoryNotes();
  notes.set(noteKeys.database, noted);
  expect([nameIn(notes), nextName(notes)]).toEqual([name, next]);
});

describe('what is there stays as it is', () => {
  test('sittings and settings that changed since the second copy was made', async () => {
    const { factory } = await stored();
    const old = factory.copy.text;
    const storage = await openTab(factory);
    await storage.sessions.put({ plan: planOf('one'), state: 'closed' });
    await storage.settings.put({ ...defaultSettings, theme: 'light' });
    const before = await keptIn(storage);
    factory.copy.text = old;
    await storage.recover();
    expect(await keptIn(storage)).toEqual(before);
  });

  test('a second copy that lacks nothing is not begun anew', async () => {
    const { factory } = await stored();
    const { text } = factory.copy;
    await (await openTab(factory)).recover();
    expect(factory.copy.text).toBe(text);
    expect(factory.copy.aside).toEqual([]);
  });

  test('a second copy that is begun anew keeps its sittings', async () => {
    const { factory, before } = await stored();
    factory.copy.text = factory.copy.text.replace('"position":1', '"position":7');
    await (await openTab(factory)).recover();
    const after = await openTab(withoutDatabase(factory));
    await after.recover();
    expect(await after.sessions.list()).toEqual(before.sessions);
  });

  test('the same entries in both: one of the database that is another is noticed', async () => {
    const { factory, before } = await stored();
    const last = before.events.at(-1);
    await factory.tamper(databaseName, (database) => {
      const transaction = database.transaction('events', 'readwrite');
      transaction.objectStore('events').put({ ...last, checksum: 'f'.repeat(32) });
      return transaction;
    });
    expect(await (await openTab(factory)).compare()).toMatchObject({ restored: 1, healed: 1 });
  });

  test('an empty log with an empty second copy is alike', async () => {
    const storage = await openTab(new FaultyFactory());
    expect(await storage.compare()).toBeUndefined();
  });

  test('many lines are added once each', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    const events = logOf(
      'laptop',
      Array.from({ length: 2100 }, (_, position) => review({ position })),
    );
    await storage.restore({ exportedUtcMs: 1, events, sessions: [], damaged: [] });
    factory.copy.text = '';
    expect(await storage.recover()).toMatchObject({ copied: 2100 });
    expect(factory.copy.text.split('\n')).toHaveLength(2101);
  });
});

describe('journalOf', () => {
  const [event] = logOf('phone', [review()]);
  const line = journalLine({ event });

  test('counts what is damaged: lines, entries and a torn end', () => {
    expect(journalOf(line).damaged).toBe(0);
    expect(journalOf(`${line}x\n`).damaged).toBe(1);
    expect(journalOf(`${line}torn`).damaged).toBe(1);
    expect(journalOf(`${line}x\n${journalLine({ event: {} })}torn`).damaged).toBe(3);
  });

  test('takes each entry once, and the last of each sitting and of the settings', () => {
    const [open, closed] = (['open', 'closed'] as const).map((state) => ({
      plan: planOf('one'),
      state,
      startedUtcMs: 1,
    }));
    const rows = [
      { session: open },
      { session: closed },
      { settings: { theme: 'dark' } },
      { of: 'tomorrow' },
    ];
    const journal = journalOf(line + line + rows.map((row) => journalLine(row)).join(''));
    expect(journal).toMatchObject({ events: [event], sessions: [closed], settings: { theme: 'dark' } });
    expect(journalOf(journalLine({ dropped: 7 }) + journalLine({ settings: 7 }))).toEqual({
      events: [],
      sessions: [],
      damaged: 0,
    });
  });
});

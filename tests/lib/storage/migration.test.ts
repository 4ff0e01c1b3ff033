import { describe, expect, test } from 'vitest';
import type { Envelope } from '#core/log/envelope.ts';
import { checksumOf } from '#core/log/checksum.ts';
import { parseBackup } from '#core/review/backup.ts';
import { activeReviews } from '#core/review/log.ts';
import { rescueBackup } from '#lib/storage/rescue.ts';
import { databaseVersion, migrate } from '#lib/storage/schema.ts';
import { defaultSettings } from '#lib/storage/settings.ts';
import { logOf, review } from '../../core/review/some-events.ts';
import { backupOf, planOf } from './contract.ts';
import { FaultyFactory } from './faulty-factory.ts';
import { openTab } from './tab.ts';

/** The database as version 1 of it was, with what that program wrote. Never to be changed. */
async function databaseOfVersion1(
  rows: Readonly<Record<string, readonly (readonly [unknown, IDBValidKey?])[]>>,
) {
  const factory = new FaultyFactory();
  const request = factory.open('harmattan', 1);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore('events', { keyPath: ['deviceId', 'seq'] });
    for (const name of ['head', 'sessions', 'settings']) request.result.createObjectStore(name);
    for (const [name, content] of Object.entries(rows)) {
      for (const [row, key] of content) request.transaction?.objectStore(name).add(row, key);
    }
  });
  await new Promise((resolve) => request.addEventListener('success', resolve));
  request.result.close();
  return factory;
}

const sealRow = (content: unknown) => ({ content, checksum: checksumOf(content) });

/** Events in the format of version 1. */
function eventsOfVersion1(count: number): readonly Envelope[] {
  return logOf(
    'a'.repeat(32),
    Array.from({ length: count }, (_, position) => review({ position })),
  ).map((event) => {
    const { prev: _prev, checksum: _checksum, ...fields } = { ...event, v: 1 as const };
    return { ...fields, checksum: checksumOf(fields) };
  });
}

describe('a database of version 1', () => {
  const events = eventsOfVersion1(3);
  const last = events.at(-1);
  const session = { plan: planOf('one'), state: 'open', startedUtcMs: 5 };
  const stored = () =>
    databaseOfVersion1({
      events: events.map((event) => [event]),
      head: [[sealRow({ deviceId: last?.deviceId, seq: 3, hlc: last?.hlc }), 'head']],
      sessions: [[sealRow(session), 'one']],
      settings: [[sealRow({ ...defaultSettings, theme: 'dark', rollOverHour: undefined }), 'settings']],
    });

  test('is read whole: answers, sittings, settings', async () => {
    const storage = await openTab(await stored());
    expect((await storage.log()).events).toEqual(events);
    expect(await storage.sessions.list()).toEqual([session]);
    expect((await storage.settings.get()).theme).toBe('dark');
    expect((await backupOf(storage)).events).toEqual(events);
  });

  test('goes on under its name, its next answer chained to its last', async () => {
    const storage = await openTab(await stored());
    const next = await storage.append(review());
    expect(next).toMatchObject({ v: 2, deviceId: last?.deviceId, seq: 4, prev: last?.checksum });
    expect((await storage.log()).events).toEqual([...events, next]);
  });

  test('goes on without a link where its last answer is damaged', async () => {
    const factory = await databaseOfVersion1({
      events: [...events.slice(0, 2).map((event) => [event] as const), [{ ...last, checksum: 7 }]],
      head: [[sealRow({ deviceId: last?.deviceId, seq: 3, hlc: last?.hlc }), 'head']],
    });
    const storage = await openTab(factory);
    expect(await storage.append(review())).toMatchObject({ deviceId: last?.deviceId, seq: 4, prev: '' });
    expect(await storage.total()).toBe(4);
    expect((await storage.log()).damaged).toHaveLength(1);
  });

  test('gives the recovery screen all it has, although it has fewer stores', async () => {
    const factory = await stored();
    const rescued = await rescueBackup(factory, async () => factory.copy);
    const backup = rescued.ok ? parseBackup(rescued.value) : undefined;
    expect(backup).toMatchObject({ ok: true, value: { events, sessions: [session], damaged: [] } });
  });

  test('an undo that names a review the old way takes it back', async () => {
    const storage = await openTab(await stored());
    await storage.append({ type: 'undo', payload: { event: `${last?.deviceId}:3` as never } });
    expect(activeReviews((await storage.log()).events)).toEqual(events.slice(0, 2));
  });
});

test('a database of this version is left as it is', () => {
  const made: string[] = [];
  const database = { createObjectStore: (name: string) => made.push(name) };
  migrate(database as never, databaseVersion);
  expect(made).toEqual([]);
  migrate(database as never, databaseVersion - 1);
  expect(made).toEqual(['forks', 'aside']);
});

import { describe, expect, test, vi } from 'vitest';
import { parseBackup } from '#core/review/backup.ts';
import type { Backup } from '#core/review/backup.ts';
import { previewOf, taken } from '#lib/storage/arrival.ts';
import { savedCopy } from '#lib/storage/backup-file.ts';
import { copyOf } from '#lib/storage/copy.ts';
import { connect } from '#lib/storage/database.ts';
import type { Database } from '#lib/storage/database.ts';
import { rowsIn, rowsInParts } from '#lib/storage/rows-in-parts.ts';
import { noteKeys } from '#lib/storage/notes.ts';
import { logOf, review } from '../../core/review/some-events.ts';
import { steadyClock } from './clock.ts';
import { FaultyFactory } from './faulty-factory.ts';
import { openTab } from './tab.ts';

const databaseOf = (factory: FaultyFactory): Database => connect(factory, () => undefined);

/** More than are read or put at once. */
const longLog = logOf(
  'phone',
  Array.from({ length: 2003 }, (_, position) => review({ position })),
);
const backupWith = (events: Backup['events']): Backup => ({
  exportedUtcMs: 1,
  events,
  sessions: [],
  damaged: [],
});

describe('a copy that is restored beside the page', () => {
  test('is compared with what is here before', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    await storage.restore(backupWith(longLog.slice(0, 3)));
    expect(await previewOf(databaseOf(factory), backupWith(longLog.slice(1, 8)))).toEqual({
      exportedUtcMs: 1,
      added: 5,
      known: 2,
      answers: 7,
    });
    expect(await storage.total()).toBe(3);
  });

  test('is in the log, the notes and the second copy once the page goes on from it', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    const shares: number[] = [];
    const told = await taken(databaseOf(factory), backupWith(longLog), false, (share) => shares.push(share));
    expect(told.report).toEqual({ added: 2003, known: 0, rejected: 0, forks: 0 });
    expect(shares).toEqual([2000 / 2003, 1]);
    await storage.goOnFrom(told);
    expect(JSON.parse(factory.notes.get(noteKeys.sentinel) ?? '')).toMatchObject({ total: 2003 });
    await vi.waitFor(() => expect(factory.copy.text.split('\n')).toHaveLength(2004));
    expect(await storage.compare()).toBeUndefined();
    expect(await storage.recover()).toMatchObject({ restored: 0, missing: 0, copied: 0 });
    expect((await storage.log()).events).toEqual(longLog);
  });

  test('is not there at all when the device is full in the middle of it', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    factory.next('quota');
    const taking = taken(databaseOf(factory), backupWith(longLog), false, () => undefined);
    await expect(taking).rejects.toMatchObject({ problem: { type: 'quota' } });
    expect(await storage.log()).toEqual({ events: [], carried: [], damaged: [] });
  });

  test('brings its settings only when asked to', async () => {
    const settings = { dailyMinutes: 25 };
    for (const takeSettings of [true, false]) {
      const factory = new FaultyFactory();
      const storage = await openTab(factory);
      await taken(databaseOf(factory), { ...backupWith([]), settings }, takeSettings, () => undefined);
      expect((await storage.settings.get()).dailyMinutes === 25).toBe(takeSettings);
    }
  });
});

describe('savedCopy()', () => {
  test('gives a file that reads as the log, and says how far it is', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    await storage.restore(backupWith(longLog));
    const shares: number[] = [];
    const { file, answers } = await savedCopy(databaseOf(factory), steadyClock()(), (share) =>
      shares.push(share),
    );
    expect(answers).toBe(2003);
    expect(file.type).toBe('application/json');
    expect(parseBackup(await file.text())).toMatchObject({ ok: true, value: { events: longLog } });
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.slice(0, 3)).toEqual([2000 / 2003 / 2, 0.5, 0.5]);
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });

  test('of a log of damaged rows alone says nothing beyond all', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    await storage.append(review());
    await factory.tamper('harmattan', (database) => {
      const transaction = database.transaction(['events', 'forks'], 'readwrite');
      transaction.objectStore('events').clear();
      transaction.objectStore('forks').add({ deviceId: 'x', seq: 1, checksum: 'none' });
      return transaction;
    });
    const shares: number[] = [];
    const { answers } = await savedCopy(databaseOf(factory), steadyClock()(), (share) => shares.push(share));
    expect([answers, ...shares]).toEqual([0, 0]);
  });
});

describe('rowsInParts()', () => {
  const handled = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    await storage.restore(backupWith(longLog));
    return work(databaseOf(factory));
  };

  test('gives every row once, in parts', async () => {
    const sizes = await handled((database) =>
      database.run(async (handle) => {
        const parts: number[] = [];
        for await (const rows of rowsInParts(handle, 'events')) parts.push(rows.length);
        return parts;
      }),
    );
    expect(sizes).toEqual([2000, 3]);
  });

  test('an answer that comes between its rows spoils none', async () => {
    await handled((database) =>
      database.run(async (handle) => {
        const [, ...later] = longLog.slice(0, 4);
        await handle.clear('events');
        for (const entry of later.toSpliced(1, 1)) await handle.put('events', entry);
        const busy = {
          objectStoreNames: handle.objectStoreNames,
          getAllKeys: async () => {
            const keys = await handle.getAllKeys('events');
            await handle.put('events', longLog[2]);
            return keys;
          },
          getAll: (_: string, range: IDBKeyRange) => handle.getAll('events', range),
          get: (_: string, key: [never, number]) => handle.get('events', key),
        };
        const rows = await rowsIn(busy as never, 'events');
        expect(rows.map(([, row]) => row)).toEqual([longLog[1], longLog[3]]);
      }),
    );
  });

  test('gives none of a store that an older program did not have', async () => {
    const handle = { objectStoreNames: { contains: () => false } };
    expect(await rowsIn(handle as never, 'aside')).toEqual([]);
  });
});

test('copyOf() says nothing to nobody, and the same', async () => {
  const factory = new FaultyFactory();
  const storage = await openTab(factory);
  await storage.append(review());
  const moment = steadyClock()();
  const texts = await databaseOf(factory).run(async (handle) => [
    await copyOf(handle, moment),
    await copyOf(handle, moment, () => undefined),
  ]);
  expect(texts[0]).toBe(texts[1]);
});

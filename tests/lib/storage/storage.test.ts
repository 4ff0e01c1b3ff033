import { afterEach, describe, expect, test, vi } from 'vitest';
import { parseBackup } from '#core/review/backup.ts';
import { eventId } from '#core/review/log.ts';
import { memoryStorage } from '#lib/storage/memory-storage.ts';
import type { Moment } from '#lib/storage/now.ts';
import { rescueBackup } from '#lib/storage/rescue.ts';
import { databaseName, databaseVersion } from '#lib/storage/schema.ts';
import { defaultSettings } from '#lib/storage/settings.ts';
import { openStorage } from '#lib/storage/storage.ts';
import type { News, Storage } from '#lib/storage/storage.ts';
import { eraseEverything } from '#lib/storage/wipe.ts';
import { review } from '../../core/review/some-events.ts';
import { backupOf, noonMs, planOf, steadyClock, storageContract } from './contract.ts';
import { FaultyFactory } from './faulty-factory.ts';

const opened: Storage[] = [];
afterEach(() => {
  for (const storage of opened.splice(0)) storage.close();
  vi.useRealTimers();
});

async function open(factory: IDBFactory, now: () => Moment = steadyClock()): Promise<Storage> {
  const storage = await openStorage({ factory, now });
  if (!storage.ok) throw new TypeError(`Open the storage, not ${JSON.stringify(storage.problem)}`);
  opened.push(storage.value);
  return storage.value;
}

storageContract('in memory', async (now) => memoryStorage(now));
storageContract('in IndexedDB', (now) => open(new FaultyFactory(), now));

describe('what was saved', () => {
  test('is there when the app is opened again, and numbering goes on', async () => {
    const factory = new FaultyFactory();
    const before = await open(factory);
    const first = await before.append(review());
    await before.sessions.put({ plan: planOf('one'), state: 'open' });
    await before.settings.put({ ...defaultSettings, theme: 'dark' });
    before.close();

    const after = await open(factory);
    const second = await after.append(review());
    expect(second).toMatchObject({ deviceId: first.deviceId, seq: 2 });
    expect((await after.log()).events).toEqual([first, second]);
    expect(await after.sessions.list()).toHaveLength(1);
    expect((await after.settings.get()).theme).toBe('dark');
  });

  test('was written with strict durability, every time', async () => {
    const factory = new FaultyFactory();
    const storage = await open(factory);
    await storage.append(review());
    await storage.sessions.put({ plan: planOf('one'), state: 'open' });
    await storage.settings.put(defaultSettings);
    await storage.restore(await backupOf(storage));
    expect(new Set(factory.durabilities)).toEqual(new Set(['strict']));
  });
});

describe('a handle that dies', () => {
  test.each(['forceClose', 'kill'] as const)('%s: the next answer goes through a new one', async (end) => {
    const factory = new FaultyFactory();
    const storage = await open(factory);
    await storage.append(review());
    factory[end]();
    expect((await storage.append(review())).seq).toBe(2);
    expect((await storage.log()).events).toHaveLength(2);
    expect(factory.handles).toHaveLength(2);
  });

  test('a write that was lost on the way is done again', async () => {
    const factory = new FaultyFactory();
    const storage = await open(factory);
    factory.next('lost', 'lost');
    const event = await storage.append(review());
    expect((await storage.log()).events).toEqual([event]);
  });

  test('an answer that was kept although the browser did not say so is not written twice', async () => {
    const factory = new FaultyFactory();
    const storage = await open(factory);
    factory.next('lost after commit');
    const event = await storage.append(review());
    expect((await storage.log()).events).toEqual([event]);
    expect((await storage.append(review())).seq).toBe(2);
  });

  test('after the third try it is a problem, and nothing was kept', async () => {
    const factory = new FaultyFactory();
    const storage = await open(factory);
    factory.next('lost', 'lost', 'lost');
    await expect(storage.append(review())).rejects.toMatchObject({ problem: { type: 'unavailable' } });
    expect((await storage.log()).events).toEqual([]);
    expect((await storage.append(review())).seq).toBe(1);
  });
});

describe('a device that is full', () => {
  test('refuses an answer as a whole, and takes the next when there is room', async () => {
    const factory = new FaultyFactory();
    const storage = await open(factory);
    factory.next('quota');
    await expect(storage.append(review())).rejects.toMatchObject({ problem: { type: 'quota' } });
    expect((await storage.append(review())).seq).toBe(1);
  });

  test('refuses a restore as a whole', async () => {
    const factory = new FaultyFactory();
    const storage = await open(factory);
    const other = await open(new FaultyFactory());
    for (const marks of [0, 1]) await other.append(review({ marks }));
    await other.sessions.put({ plan: planOf('one'), state: 'open' });
    const backup = await backupOf(other);
    factory.next('quota');
    await expect(storage.restore(backup)).rejects.toMatchObject({ problem: { type: 'quota' } });
    expect((await storage.log()).events).toEqual([]);
    expect(await storage.sessions.list()).toEqual([]);
    expect((await storage.restore(backup)).added).toBe(2);
  });
});

describe('rows that were changed on the disk', () => {
  const stored = async (): Promise<FaultyFactory> => {
    const factory = new FaultyFactory();
    const storage = await open(factory);
    for (const position of [0, 1, 2]) await storage.append(review({ position }));
    await storage.sessions.put({ plan: planOf('one'), state: 'open' });
    await storage.settings.put({ ...defaultSettings, theme: 'dark' });
    storage.close();
    return factory;
  };

  const tamper = (factory: FaultyFactory, store: string, change: (row: never) => unknown): Promise<void> =>
    factory.tamper(databaseName, (database) => {
      const transaction = database.transaction(store, 'readwrite');
      const cursors = transaction.objectStore(store).openCursor();
      cursors.addEventListener('success', () => {
        const cursor = cursors.result;
        if (!cursor) return;
        const changed = change(cursor.value as never);
        if (changed !== undefined) cursor.update(changed);
        cursor.continue();
      });
      return transaction;
    });

  const spoilSecond = (factory: FaultyFactory): Promise<void> =>
    tamper(factory, 'events', (row: { seq: number }) =>
      row.seq === 2 ? { ...row, tz: 'Europe/Oslo' } : undefined,
    );

  test('an event is told as damaged, and stays as it is', async () => {
    const factory = await stored();
    await spoilSecond(factory);
    const storage = await open(factory);
    const before = await storage.log();
    expect(before.events.map(({ seq }) => seq)).toEqual([1, 3]);
    expect(before.damaged).toMatchObject([{ problem: 'checksum' }]);
    expect(JSON.parse(before.damaged[0]?.found ?? '')).toMatchObject({ seq: 2, tz: 'Europe/Oslo' });
    expect((await storage.append(review())).seq).toBe(4);
    expect((await storage.log()).damaged).toEqual(before.damaged);
  });

  test('a backup has the sound events, and the damaged row as it was found', async () => {
    const factory = await stored();
    await spoilSecond(factory);
    const backup = await backupOf(await open(factory));
    expect(backup.events).toHaveLength(2);
    expect(backup.damaged).toMatchObject([{ problem: 'checksum' }]);
  });

  test.each(['deviceId', 'seq', 'hlc'])(
    'a head with a changed %s is not believed: a new device goes on',
    async (field) => {
      const factory = await stored();
      await tamper(factory, 'head', (row: { content: object }) => ({
        ...row,
        content: { ...row.content, [field]: '0' },
      }));
      const storage = await open(factory);
      const { events } = await storage.log();
      const next = await storage.append(review());
      expect(next.seq).toBe(1);
      expect(next.deviceId).not.toBe(events[0]?.deviceId);
      expect((await storage.log()).events).toEqual([...events, next]);
    },
  );

  test('an old head that came back gives no number out twice', async () => {
    const factory = new FaultyFactory();
    const storage = await open(factory);
    await storage.append(review());
    let old: unknown;
    await tamper(factory, 'head', (row) => void (old = structuredClone(row)));
    await storage.append(review());
    await tamper(factory, 'head', () => old);
    const next = await storage.append(review());
    expect((await storage.log()).events.map(eventId)).toContain(eventId(next));
    expect((await storage.log()).events).toHaveLength(3);
  });

  test('changed settings are the default ones, and a changed session is left out', async () => {
    const factory = await stored();
    for (const store of ['settings', 'sessions'])
      await tamper(factory, store, (row: object) => ({ ...row, checksum: '0' }));
    const storage = await open(factory);
    expect(await storage.settings.get()).toEqual(defaultSettings);
    expect(await storage.sessions.list()).toEqual([]);
  });
});

describe('opening', () => {
  const problemWith = async (factory: IDBFactory): Promise<unknown> => {
    const storage = await openStorage({ factory });
    if (storage.ok) opened.push(storage.value);
    return storage.ok ? undefined : storage.problem.type;
  };

  /** Opens the database the way another version of the app does; it does not let go unless `polite`. */
  const openVersion = (factory: IDBFactory, version: number): Promise<IDBDatabase> =>
    new Promise((resolve) => {
      const request = factory.open(databaseName, version);
      request.addEventListener('success', () => resolve(request.result));
    });

  test('where there is no IndexedDB it says so', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const switchedAway = await openStorage();
    vi.unstubAllGlobals();
    expect(switchedAway).toMatchObject({ ok: false, problem: { type: 'unavailable' } });
    const switchedOff = {
      open: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    };
    expect(await problemWith(switchedOff as never)).toBe('unavailable');
  });

  test('a database of a newer version is not touched', async () => {
    const factory = new FaultyFactory();
    (await openVersion(factory, databaseVersion + 1)).close();
    expect(await problemWith(factory)).toBe('newer-schema');
  });

  test('a request that never settles is given up in time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const silent = { open: () => new EventTarget() };
    const problem = problemWith(silent as never);
    await vi.advanceTimersByTimeAsync(3000);
    expect(await problem).toBe('timeout');
  });

  test('a backing store that cannot be opened is tried three times', async () => {
    let tries = 0;
    const broken = {
      open: () => {
        tries += 1;
        const error = new DOMException('Internal error opening backing store', 'UnknownError');
        const request = Object.assign(new EventTarget(), { error });
        queueMicrotask(() => request.dispatchEvent(new Event('error')));
        return request;
      },
    };
    expect(await problemWith(broken as never)).toBe('damaged');
    expect(tries).toBe(3);
  });

  test('lets go for a newer version, says so, and takes no answer then', async () => {
    const factory = new FaultyFactory();
    const storage = await open(factory);
    const news: News[] = [];
    storage.onNews((one) => news.push(one));
    const event = await storage.append(review());
    const newer = await openVersion(factory, databaseVersion + 1);
    expect(news).toEqual(['superseded']);
    await expect(storage.append(review())).rejects.toMatchObject({ problem: { type: 'newer-schema' } });
    newer.close();
    expect(event.seq).toBe(1);
  });
});

describe('several tabs', () => {
  test('answers from two tabs at once get numbers of one row', async () => {
    const factory = new FaultyFactory();
    const [one, two] = [await open(factory), await open(factory)];
    const writes = Array.from({ length: 40 }, (_, position) =>
      (position % 2 ? one : two).append(review({ position })),
    );
    const events = await Promise.all(writes);
    expect(events.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(
      events.map((_, index) => index + 1),
    );
    expect((await one.log()).events).toEqual((await two.log()).events);
  });

  test('one hears what the other changes, and not what it changes itself', async () => {
    const factory = new FaultyFactory();
    const [one, two] = [await open(factory), await open(factory)];
    const heard: string[] = [];
    one.onNews((news) => heard.push(`one ${news}`));
    const stop = two.onNews((news) => heard.push(`two ${news}`));
    await one.append(review());
    await one.settings.put(defaultSettings);
    await vi.waitFor(() => expect(heard).toEqual(['two log', 'two settings']));
    stop();
    await one.append(review());
    await two.append(review());
    await vi.waitFor(() => expect(heard).toEqual(['two log', 'two settings', 'one log']));
  });

  test('erasing in one tab ends the other', async () => {
    const factory = new FaultyFactory();
    const [one, two] = [await open(factory), await open(factory)];
    const heard: News[] = [];
    two.onNews((news) => heard.push(news));
    await one.append(review());
    await one.erase();
    await vi.waitFor(() => expect(heard).toContain('erased'));
    expect(heard).toContain('superseded');
    expect(await factory.databases()).toEqual([]);
  });

  test('a tab that does not let go holds up the erasing, but the stores are empty', async () => {
    const factory = new FaultyFactory();
    const storage = await open(factory);
    await storage.append(review());
    const request = factory.open(databaseName);
    const stubborn = await new Promise<IDBDatabase>((resolve) => {
      request.addEventListener('success', () => resolve(request.result));
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let settled = false;
    const erased = storage
      .erase()
      .catch((error: unknown) => error)
      .finally(() => (settled = true));
    while (!settled) {
      await new Promise(setImmediate);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(await erased).toMatchObject({ problem: { type: 'blocked' } });
    const left = stubborn.transaction('events').objectStore('events').count();
    await new Promise((resolve) => left.addEventListener('success', resolve));
    expect(left.result).toBe(0);
    stubborn.close();
  });
});

describe('the recovery screen', () => {
  test('gets a backup of a database of a newer version', async () => {
    const factory = new FaultyFactory();
    const storage = await open(factory);
    await storage.append(review());
    storage.close();
    const request = factory.open(databaseName, databaseVersion + 1);
    await new Promise((resolve) => request.addEventListener('success', resolve));
    request.result.close();

    const rescued = await rescueBackup(factory);
    const parsed = rescued.ok ? parseBackup(rescued.value) : undefined;
    expect(parsed).toMatchObject({ ok: true, value: { events: [{ seq: 1 }], damaged: [] } });
  });

  test('gets what can be read when a store gives some rows only', async () => {
    const factory = new FaultyFactory();
    const storage = await open(factory);
    for (const position of [0, 1, 2]) await storage.append(review({ position }));
    storage.close();
    const unreadable = (): never => {
      throw new DOMException('Internal error', 'UnknownError');
    };
    const get = IDBObjectStore.prototype.get;
    const getAll = IDBObjectStore.prototype.getAll;
    IDBObjectStore.prototype.getAll = unreadable;
    IDBObjectStore.prototype.get = function (this: IDBObjectStore, key) {
      return Array.isArray(key) && key[1] === 2 ? unreadable() : get.call(this, key);
    };
    const rescued = await rescueBackup(factory).finally(() => {
      Object.assign(IDBObjectStore.prototype, { get, getAll });
    });
    const parsed = rescued.ok ? parseBackup(rescued.value) : undefined;
    expect(parsed).toMatchObject({ ok: true, value: { damaged: [{ problem: 'unreadable', found: '' }] } });
    expect(parsed?.ok && parsed.value.events.map(({ seq }) => seq)).toEqual([1, 3]);
  });

  test('makes no database where there is none', async () => {
    const factory = new FaultyFactory();
    expect(await rescueBackup(factory)).toMatchObject({ ok: false, problem: { type: 'unavailable' } });
    expect(await factory.databases()).toEqual([]);
  });

  test('erases a database that it cannot open', async () => {
    const factory = new FaultyFactory();
    const request = factory.open(databaseName, databaseVersion + 1);
    await new Promise((resolve) => request.addEventListener('success', resolve));
    request.result.close();
    expect(await eraseEverything(factory)).toEqual({ ok: true, value: undefined });
    expect(await factory.databases()).toEqual([]);
    expect((await (await open(factory)).append(review())).wallUtcMs).toBe(noonMs + 1000);
  });
});

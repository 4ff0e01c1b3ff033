import { describe, expect, test, vi } from 'vitest';
import { parseBackup } from '#core/review/backup.ts';
import { journalIn, rescueBackup } from '#lib/storage/rescue.ts';
import { sealRow } from '#lib/storage/sealed.ts';
import { databaseName, databaseVersion } from '#lib/storage/schema.ts';
import { eraseEverything } from '#lib/storage/wipe.ts';
import { review } from '../../core/review/some-events.ts';
import { defaultSettings } from '#lib/storage/settings.ts';
import { noonMs } from './clock.ts';
import { planOf } from './contract.ts';
import { FaultyFactory } from './faulty-factory.ts';
import { memoryCopy } from './memory-copy.ts';
import { holdOpen, openTab } from './tab.ts';

describe('the recovery screen', () => {
  test('gets a backup of a database of a newer version', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    await storage.append(review());
    storage.close();
    (await holdOpen(factory, databaseName, databaseVersion + 1)).close();

    const rescued = await rescueBackup(factory, async () => factory.copy);
    const parsed = rescued.ok ? parseBackup(rescued.value) : undefined;
    expect(parsed).toMatchObject({ ok: true, value: { events: [{ seq: 1 }], damaged: [] } });
  });

  test('gets what can be read when a store gives some rows only', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    for (const position of [0, 1, 2]) await storage.append(review({ position }));
    storage.close();
    factory.copy.text = '';
    const unreadable = (): never => {
      throw new DOMException('Internal error', 'UnknownError');
    };
    const get = IDBObjectStore.prototype.get;
    const getAll = IDBObjectStore.prototype.getAll;
    IDBObjectStore.prototype.getAll = unreadable;
    IDBObjectStore.prototype.get = function (this: IDBObjectStore, key) {
      return Array.isArray(key) && key[1] === 2 ? unreadable() : get.call(this, key);
    };
    const rescued = await rescueBackup(factory, async () => factory.copy).finally(() => {
      Object.assign(IDBObjectStore.prototype, { get, getAll });
    });
    const parsed = rescued.ok ? parseBackup(rescued.value) : undefined;
    expect(parsed).toMatchObject({ ok: true, value: { damaged: [{ problem: 'unreadable', found: '' }] } });
    expect(parsed?.ok && parsed.value.events.map(({ seq }) => seq)).toEqual([1, 3]);
  });

  test('gets from the second copy what the database has not: answers, sittings, settings', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    await storage.append(review());
    await storage.sessions.put({ plan: planOf('one'), state: 'open' });
    await storage.settings.put({ ...defaultSettings, dailyMinutes: 25 });
    storage.close();
    const lost = new FaultyFactory(factory.copy, factory.notes);
    const rescued = await rescueBackup(lost, async () => lost.copy);
    const parsed = rescued.ok ? parseBackup(rescued.value) : undefined;
    expect(parsed).toMatchObject({
      ok: true,
      value: { events: [{ seq: 1 }], sessions: [{ plan: { id: 'one' } }], settings: { dailyMinutes: 25 } },
    });
  });

  test('gets what the database has and what only the second copy has, each once', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    for (const position of [0, 1]) await storage.append(review({ position }));
    await storage.sessions.put({ plan: planOf('one'), state: 'open' });
    await storage.settings.put({ ...defaultSettings, dailyMinutes: 25 });
    storage.close();
    await factory.tamper(databaseName, (database) => {
      const transaction = database.transaction('events', 'readwrite');
      transaction.objectStore('events').clear();
      return transaction;
    });
    const rescued = await rescueBackup(factory, async () => factory.copy);
    const parsed = rescued.ok ? parseBackup(rescued.value) : undefined;
    expect(parsed?.ok && parsed.value.events.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(parsed).toMatchObject({ value: { sessions: [{ plan: { id: 'one' } }] } });
  });

  test('gets what the database has where there is no second copy', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    await storage.append(review());
    storage.close();
    factory.copy.failing = true;
    const rescued = await rescueBackup(factory, async () => factory.copy);
    expect(rescued.ok && parseBackup(rescued.value)).toMatchObject({ ok: true, value: { events: [{}] } });
  });

  test('leaves out what was set aside and is damaged itself', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    await storage.append(review());
    storage.close();
    const aside = { key: '["a",1]', problem: 'checksum', found: '{}' };
    await factory.tamper(databaseName, (database) => {
      const transaction = database.transaction('aside', 'readwrite');
      for (const row of [sealRow(aside), { content: aside, checksum: 'x' }, sealRow({ key: 1 })])
        transaction.objectStore('aside').add(row);
      return transaction;
    });
    const rescued = await rescueBackup(factory, async () => factory.copy);
    const parsed = rescued.ok ? parseBackup(rescued.value) : undefined;
    expect(parsed?.ok && parsed.value.damaged).toEqual([aside]);
  });

  test('gives up in time, and closes what comes too late', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    await storage.append(review());
    storage.close();
    factory.copy.text = '';
    const late = Object.assign(new EventTarget(), { result: await holdOpen(factory, databaseName) });
    const slow = Object.assign(new FaultyFactory(), { open: () => late });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const rescued = rescueBackup(slow as never, async () => factory.copy);
    await vi.advanceTimersByTimeAsync(3000);
    expect(await rescued).toMatchObject({ ok: false, problem: { type: 'timeout' } });
    late.dispatchEvent(new Event('success'));
    expect(() => late.result.transaction('events')).toThrow(DOMException);
    vi.useRealTimers();
  });

  test('erases what it can where the browser lists no databases, and leaves those of others', async () => {
    const factory = new FaultyFactory();
    for (const name of [databaseName, 'harmattan-copy', 'harmattan-2', 'other'])
      (await holdOpen(factory, name)).close();
    const listing = factory.databases.bind(factory);
    Object.assign(factory, { databases: undefined });
    await eraseEverything(factory);
    Object.assign(factory, { databases: listing });
    const names = async () => (await factory.databases()).map(({ name }) => name).toSorted();
    expect(await names()).toEqual(['harmattan-2', 'other']);
    await eraseEverything(factory);
    expect(await names()).toEqual(['other']);
  });

  test('erases although the stores cannot be emptied first', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    await storage.append(review());
    factory.next('quota');
    await storage.erase();
    expect(await factory.databases()).toEqual([]);
  });

  test('says so where there is no storage at all', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const rescued = await rescueBackup();
    vi.unstubAllGlobals();
    expect(rescued).toMatchObject({ ok: false, problem: { type: 'unavailable' } });
  });

  test('makes no database where there is none', async () => {
    const factory = new FaultyFactory();
    expect(await rescueBackup(factory, async () => factory.copy)).toMatchObject({
      ok: false,
      problem: { type: 'unavailable' },
    });
    expect(await factory.databases()).toEqual([]);
  });

  test('erases a database that it cannot open', async () => {
    const factory = new FaultyFactory();
    (await holdOpen(factory, databaseName, databaseVersion + 1)).close();
    expect(await eraseEverything(factory)).toEqual({ ok: true, value: undefined });
    expect(await factory.databases()).toEqual([]);
    expect((await (await openTab(factory)).append(review())).wallUtcMs).toBe(noonMs + 1000);
  });

  test('erases what the app keeps in localStorage, and nothing else', async () => {
    const kept: Record<string, unknown> = {
      'harmattan.look': 'dark',
      'harmattan.hints': '[]',
      other: 'stays',
    };
    Object.defineProperty(kept, 'removeItem', { value: (key: string) => delete kept[key] });
    vi.stubGlobal('localStorage', kept);
    await eraseEverything(new FaultyFactory());
    vi.unstubAllGlobals();
    expect(kept).toEqual({ other: 'stays' });
  });
});

test.each([false, true])('a second copy is closed when it was read, also in vain: %s', async (failing) => {
  let closed = 0;
  const copy = { ...memoryCopy(), close: () => void (closed += 1) };
  if (failing) copy.read = () => Promise.reject(new DOMException('The disk', 'NotReadableError'));
  expect((await journalIn(async () => copy)).events).toEqual([]);
  expect(closed).toBe(1);
});

import { forceCloseDatabase } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { memoryStorage } from '#lib/storage/memory-storage.ts';
import { openHandle } from '#lib/storage/open.ts';
import { defaultSettings } from '#lib/storage/settings.ts';
import { transact } from '#lib/storage/transact.ts';
import { review } from '../../core/review/some-events.ts';
import { backupOf, planOf, storageContract } from './contract.ts';
import { FaultyFactory } from './faulty-factory.ts';
import { openTab } from './tab.ts';

storageContract('in memory', async (now) => memoryStorage(now));
storageContract('in IndexedDB', (now) => openTab(new FaultyFactory(), now));

describe('what was saved', () => {
  test('is there when the app is opened again, and numbering goes on', async () => {
    const factory = new FaultyFactory();
    const before = await openTab(factory);
    const first = await before.append(review());
    await before.sessions.put({ plan: planOf('one'), state: 'open' });
    await before.settings.put({ ...defaultSettings, theme: 'dark' });
    before.close();

    const after = await openTab(factory);
    const second = await after.append(review());
    expect(second).toMatchObject({ deviceId: first.deviceId, seq: 2 });
    expect((await after.log()).events).toEqual([first, second]);
    expect(await after.sessions.list()).toHaveLength(1);
    expect((await after.settings.get()).theme).toBe('dark');
  });

  test('was written with strict durability, every time', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
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
    const storage = await openTab(factory);
    await storage.append(review());
    factory[end]();
    expect((await storage.append(review())).seq).toBe(2);
    expect((await storage.log()).events).toHaveLength(2);
    expect(factory.handles).toHaveLength(2);
  });

  test('that says so only when another has taken its place changes nothing', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    await storage.append(review());
    factory.kill();
    await storage.append(review());
    forceCloseDatabase(factory.handles[0] as never);
    await storage.append(review());
    expect(factory.handles).toHaveLength(2);
  });

  test('is no other tab that takes over, and a failed write closes its handle', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    const news: string[] = [];
    storage.onNews((one) => news.push(one));
    await storage.append(review());
    factory.forceClose();
    factory.next('lost');
    await storage.append(review());
    expect(news).toEqual([]);
    expect(factory.handles).toHaveLength(3);
    expect(() => factory.handles[1]?.transaction('events')).toThrow(DOMException);
    storage.close();
    await new Promise(setImmediate);
    expect(() => factory.handles[2]?.transaction('events')).toThrow(DOMException);
  });

  test('a write that was lost on the way is done again', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    factory.next('lost', 'lost');
    const event = await storage.append(review());
    expect((await storage.log()).events).toEqual([event]);
  });

  test('an answer that was kept although the browser did not say so is not written twice', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    factory.next('lost after commit');
    const event = await storage.append(review());
    expect((await storage.log()).events).toEqual([event]);
    expect((await storage.append(review())).seq).toBe(2);
  });

  test('after the third try it is a problem, and nothing was kept', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    factory.next('lost', 'lost', 'lost');
    await expect(storage.append(review())).rejects.toMatchObject({ problem: { type: 'unavailable' } });
    expect((await storage.log()).events).toEqual([]);
    expect((await storage.append(review())).seq).toBe(1);
  });
});

describe('a device that is full', () => {
  test('refuses an answer as a whole, and takes the next when there is room', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    factory.next('quota');
    await expect(storage.append(review())).rejects.toMatchObject({ problem: { type: 'quota' } });
    expect((await storage.append(review())).seq).toBe(1);
  });

  test('refuses a restore as a whole', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    const other = await openTab(new FaultyFactory());
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

test('transact() leaves no trace of work that fails half way', async () => {
  const factory = new FaultyFactory();
  const handle = await openHandle(factory, () => undefined);
  const work = transact(handle, ['settings'], async (transaction) => {
    await transaction.objectStore('settings').put('half', 'settings');
    throw new TypeError('the other half');
  });
  await expect(work).rejects.toThrow('the other half');
  expect(await handle.getAll('settings')).toEqual([]);
});

import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { inventory, keptCount } from '#lib/storage/inventory.ts';
import { openStorage } from '#lib/storage/storage.ts';
import { review } from '../../core/review/some-events.ts';
import { FaultyFactory } from './faulty-factory.ts';
import { File, Folder, originFiles } from './origin-files.ts';
import { pageCaches } from './page-caches.ts';
import { holdOpen, openTab } from './tab.ts';

afterEach(() => vi.unstubAllGlobals());

/** A browser that has databases and notes, and neither files nor caches. */
function browser(localStorage: Readonly<Record<string, string>>, cookie = ''): void {
  vi.stubGlobal('localStorage', localStorage);
  vi.stubGlobal('document', { cookie });
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage: 7 }) } });
}

test('inventory() lists every database with its rows, every note and every cookie', async () => {
  browser({ 'harmattan.look': '{}', other: 'abc' }, 'a=1; b=22');
  const storage = await openStorage();
  if (!storage.ok) throw new TypeError('Open the storage');
  await storage.value.append(review());
  const found = await inventory();
  // The event, and the head of the log.
  expect(found.databases).toContainEqual({ name: 'harmattan', count: 2 });
  expect(found.notes.map(({ name }) => name)).toEqual(expect.arrayContaining(['other', 'a', 'b']));
  expect(found.usedBytes).toBe(7);
  expect(keptCount(found)).toBeGreaterThan(2);
  storage.value.close();
});

describe('inventory()', () => {
  test('lists files in folders, caches, and nothing that is no file', async () => {
    const files = originFiles();
    files.put('top.txt', '12345');
    await files.root.getDirectoryHandle('harmattan', { create: true });
    files.put('harmattan/journal-1.txt', '1234567');
    const page = pageCaches();
    page.put('harmattan-shell', 'https://example.org/', 'a');
    page.put('harmattan-shell', 'https://example.org/b', 'b');
    browser({});
    vi.stubGlobal('caches', page.caches);
    vi.stubGlobal('FileSystemDirectoryHandle', Folder);
    vi.stubGlobal('FileSystemFileHandle', File);
    vi.stubGlobal('navigator', { storage: { getDirectory: async () => files.root } });
    await files.root.getDirectoryHandle('empty', { create: true });
    const found = await inventory();
    expect(found.files).toEqual([
      { name: 'top.txt', count: 5 },
      { name: 'harmattan/journal-1.txt', count: 7 },
    ]);
    expect(found.caches).toEqual([{ name: 'harmattan-shell', count: 2 }]);
    expect(found).not.toHaveProperty('usedBytes');
    vi.stubGlobal('FileSystemFileHandle', Folder);
    expect((await inventory()).files).toEqual([]);
  });

  test('lists databases without stores as empty, and those that do not open as something', async () => {
    browser({});
    const factory = new FaultyFactory();
    (await holdOpen(factory, 'empty')).close();
    vi.stubGlobal('indexedDB', factory);
    const open = factory.open.bind(factory);
    const listed = await factory.databases();
    factory.databases = async () => [...listed, { name: 'broken', version: 1 }, {} as never];
    factory.open = (name, version) => {
      if (name !== 'broken') return open(name, version);
      const request = new EventTarget();
      queueMicrotask(() => request.dispatchEvent(new Event('error')));
      return request as never;
    };
    expect((await inventory()).databases).toEqual([
      { name: 'empty', count: 0 },
      { name: 'broken', count: 1 },
    ]);
  });

  test('counts a database whose rows cannot be counted as something', async () => {
    browser({});
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    await storage.append(review());
    storage.close();
    vi.stubGlobal('indexedDB', factory);
    const open = factory.open.bind(factory);
    factory.open = (name, version) => {
      const request = open(name, version);
      request.addEventListener('success', () => {
        const begin = request.result.transaction.bind(request.result);
        request.result.transaction = (...values) => {
          const transaction = begin(...values);
          queueMicrotask(() => transaction.abort());
          return transaction;
        };
      });
      return request;
    };
    const found = await inventory();
    expect(found.databases).toEqual([{ name: 'harmattan', count: 1 }]);
  });

  test('of a browser that has nothing of the kind is empty', async () => {
    vi.stubGlobal('document', { cookie: '' });
    vi.stubGlobal('navigator', {});
    vi.stubGlobal('indexedDB', undefined);
    const nothing = { databases: [], files: [], notes: [], caches: [] };
    expect(await inventory()).toEqual(nothing);
    vi.stubGlobal('indexedDB', {});
    expect(await inventory()).toEqual(nothing);
  });

  test('counts a cookie without a name', async () => {
    browser({}, '=x');
    expect((await inventory()).notes).toContainEqual({ name: '', count: 2 });
  });
});

test('keptCount() is 0 only when nothing but the app is left', async () => {
  const none = { databases: [], files: [], notes: [], caches: [{ name: 'harmattan-shell', count: 300 }] };
  expect(keptCount(none)).toBe(0);
  expect(keptCount({ ...none, databases: [{ name: 'harmattan', count: 0 }] })).toBe(0);
  for (const store of ['databases', 'files', 'notes'])
    expect(keptCount({ ...none, [store]: [{ name: 'one', count: 1 }] })).toBe(1);
});

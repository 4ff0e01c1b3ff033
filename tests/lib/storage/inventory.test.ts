import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { inventory, keptCount } from '#lib/storage/inventory.ts';
import { openStorage } from '#lib/storage/storage.ts';
import { review } from '../../core/review/some-events.ts';

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

test('keptCount() is 0 only when nothing but the app is left', async () => {
  const none = { databases: [], files: [], notes: [], caches: [{ name: 'harmattan-shell', count: 300 }] };
  expect(keptCount(none)).toBe(0);
  expect(keptCount({ ...none, databases: [{ name: 'harmattan', count: 0 }] })).toBe(0);
  for (const store of ['databases', 'files', 'notes'])
    expect(keptCount({ ...none, [store]: [{ name: 'one', count: 1 }] })).toBe(1);
});

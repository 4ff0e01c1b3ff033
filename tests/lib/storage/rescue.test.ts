import { describe, expect, test, vi } from 'vitest';
import { parseBackup } from '#core/review/backup.ts';
import { rescueBackup } from '#lib/storage/rescue.ts';
import { databaseName, databaseVersion } from '#lib/storage/schema.ts';
import { eraseEverything } from '#lib/storage/wipe.ts';
import { review } from '../../core/review/some-events.ts';
import { noonMs } from './clock.ts';
import { FaultyFactory } from './faulty-factory.ts';
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

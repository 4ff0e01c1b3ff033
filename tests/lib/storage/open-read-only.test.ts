import { describe, expect, test } from 'vitest';
import { openReadOnly } from '#lib/storage/open-read-only.ts';
import { databaseName, databaseVersion } from '#lib/storage/schema.ts';
import { defaultSettings } from '#lib/storage/settings.ts';
import type { Storage } from '#lib/storage/storage.ts';
import { review } from '../../core/review/some-events.ts';
import { backupOf, planOf } from './contract.ts';
import { FaultyFactory } from './faulty-factory.ts';
import { holdOpen, openTab } from './tab.ts';

/** A database of this version that a newer program has taken over. */
async function newerDatabase() {
  const factory = new FaultyFactory();
  const storage = await openTab(factory);
  await storage.append(review());
  await storage.append(review({ marks: 0 }));
  await storage.sessions.put({ plan: planOf('one'), state: 'open' });
  await storage.settings.put({ ...defaultSettings, dailyMinutes: 25 });
  const log = await storage.log();
  const backup = await backupOf(storage);
  storage.close();
  (await holdOpen(factory, databaseName, databaseVersion + 1)).close();
  return { factory, log, backup };
}

async function opened({ factory }: { readonly factory: FaultyFactory }): Promise<Storage> {
  const storage = await openReadOnly({ factory, notes: factory.notes });
  if (!storage.ok) throw new TypeError(`Open it, not ${storage.problem.type}`);
  return storage.value;
}

describe('a database of a newer version', () => {
  test('is read as far as this program goes', async () => {
    const newer = await newerDatabase();
    const storage = await opened(newer);
    expect(await storage.log()).toEqual(newer.log);
    expect(await storage.total()).toBe(2);
    expect((await storage.sessions.list()).map(({ plan }) => plan.id)).toEqual(['one']);
    expect((await storage.settings.get()).dailyMinutes).toBe(25);
    expect((await backupOf(storage)).events).toEqual(newer.backup.events);
    expect(storage.short).toBe(false);
    expect(await storage.compare()).toBeUndefined();
    storage.close();
  });

  test.each<[string, (storage: Storage) => Promise<unknown>]>([
    ['an answer', (storage) => storage.append(review())],
    ['a session', (storage) => storage.sessions.put({ plan: planOf('two'), state: 'open' })],
    ['the end of a session', (storage) => storage.sessions.delete(planOf('one').id)],
    ['settings', (storage) => storage.settings.put(defaultSettings)],
    ['a copy', async (storage) => storage.restore(await backupOf(storage))],
    ['what would be healed', (storage) => storage.recover()],
    ['erasing', (storage) => storage.erase()],
  ])('takes nothing: not %s', async (_, write) => {
    const newer = await newerDatabase();
    const copy = await newer.factory.copy.read();
    const storage = await opened(newer);
    await expect(write(storage)).rejects.toMatchObject({ problem: { type: 'newer-schema' } });
    expect(await storage.log()).toEqual(newer.log);
    expect(await newer.factory.copy.read()).toBe(copy);
    expect((await storage.settings.get()).dailyMinutes).toBe(25);
  });

  test('is never held: a still newer program can go on with it', async () => {
    const newer = await newerDatabase();
    const storage = await opened(newer);
    const newest = await holdOpen(newer.factory, databaseName, databaseVersion + 2);
    expect(newest.version).toBe(databaseVersion + 2);
    expect(await storage.total()).toBe(2);
  });

  test('that is gone cannot be read', async () => {
    const factory = new FaultyFactory();
    expect(await openReadOnly({ factory, notes: factory.notes })).toEqual({
      ok: false,
      problem: { type: 'newer-schema' },
    });
    expect((await factory.databases()).length).toBe(0);
  });
});

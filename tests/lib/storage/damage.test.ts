import { describe, expect, test } from 'vitest';
import { eventId } from '#core/log/envelope.ts';
import { databaseName } from '#lib/storage/schema.ts';
import { defaultSettings } from '#lib/storage/settings.ts';
import { review } from '../../core/review/some-events.ts';
import { backupOf, planOf } from './contract.ts';
import { FaultyFactory } from './faulty-factory.ts';
import { openTab } from './tab.ts';

describe('rows that were changed on the disk', () => {
  const stored = async (): Promise<FaultyFactory> => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
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
    const storage = await openTab(factory);
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
    const backup = await backupOf(await openTab(factory));
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
      const storage = await openTab(factory);
      const { events } = await storage.log();
      const next = await storage.append(review());
      expect(next.seq).toBe(1);
      expect(next.deviceId).not.toBe(events[0]?.deviceId);
      expect((await storage.log()).events).toEqual([...events, next]);
    },
  );

  test('an old head that came back gives no number out twice', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
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
    const storage = await openTab(factory);
    expect(await storage.settings.get()).toEqual(defaultSettings);
    expect(await storage.sessions.list()).toEqual([]);
  });
});

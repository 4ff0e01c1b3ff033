import { describe, expect, test } from 'vitest';
import { databaseName } from '#lib/storage/schema.ts';
import { sealRow } from '#lib/storage/sealed.ts';
import { logOf, review } from '../../core/review/some-events.ts';
import { steadyClock } from './clock.ts';
import { FaultyFactory } from './faulty-factory.ts';
import { spoil, stored } from './stored.ts';
import { openTab } from './tab.ts';

describe('a head', () => {
  const headless = (factory: FaultyFactory): Promise<void> =>
    factory.tamper(databaseName, (database) => {
      const transaction = database.transaction('head', 'readwrite');
      transaction.objectStore('head').put({ content: {}, checksum: 'x' }, 'head');
      return transaction;
    });

  test('that is damaged is made anew from the rows, of which one may be damaged too', async () => {
    const { factory, before } = await stored();
    await headless(factory);
    await spoil(factory, 3);
    const storage = await openTab(factory, steadyClock(Date.UTC(2020, 0, 1)));
    const next = await storage.append(review());
    expect(next).toMatchObject({ seq: 1, prev: '' });
    expect(next.deviceId).not.toBe(before.events[0]?.deviceId);
    expect(next.hlc > (before.events[1]?.hlc ?? '')).toBe(true);
    expect(await storage.total()).toBe(4);
  });

  test('whose next number is taken is made anew, so that no number is given out twice', async () => {
    const { factory, before } = await stored();
    const [first] = before.events;
    await factory.tamper(databaseName, (database) => {
      const transaction = database.transaction('head', 'readwrite');
      const store = transaction.objectStore('head');
      store.put(sealRow({ deviceId: first?.deviceId, seq: 1, hlc: first?.hlc, total: 1 }), 'head');
      return transaction;
    });
    const storage = await openTab(factory);
    const next = await storage.append(review());
    expect(next).toMatchObject({ seq: 1 });
    expect((await storage.log()).events).toEqual([...before.events, next]);
    expect(await storage.total()).toBe(4);
  });

  test('that is damaged counts as none when the rows are counted', async () => {
    const { factory } = await stored();
    await headless(factory);
    expect(await (await openTab(factory)).total()).toBe(3);
  });

  test('that is damaged beside a copy of the device: all entries of both are counted', async () => {
    const { factory, before } = await stored();
    const own = before.events[0]?.deviceId ?? '';
    const storage = await openTab(factory);
    const twin = logOf(own, [review({ marks: 0.5 }), review({ marks: 0.5 })]);
    await storage.restore({ exportedUtcMs: 1, events: twin, sessions: [], damaged: [] });
    storage.close();
    await headless(factory);
    const after = await openTab(factory);
    expect(await after.total()).toBe(5);
    await after.append(review());
    expect(await after.total()).toBe(6);
  });

  test('of nothing has no reading', async () => {
    const storage = await openTab(new FaultyFactory());
    expect((await storage.recover()).head).not.toHaveProperty('hlc');
  });
});

import { describe, expect, test, vi } from 'vitest';
import type { DeviceId, Envelope } from '#core/log/envelope.ts';
import type { Head } from '#lib/storage/device.ts';
import { headAfterMerge } from '#lib/storage/review-log.ts';
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

describe('headAfterMerge()', () => {
  const [head, other] = ['phone', 'laptop'].map((deviceId): Head => ({
    deviceId: deviceId as DeviceId,
    seq: 1,
    total: 2,
    hlc: '0',
    hash: 'x',
  }));
  const three = logOf('phone', [review(), review(), review()]);
  const merged = (added: readonly Envelope[], forks: readonly Envelope[] = []): Head =>
    headAfterMerge(head ?? expect.fail(), { added, forks, known: 0 });

  test('counts what came, and goes on after its clock', () => {
    expect(merged(three.slice(0, 1))).toEqual({ ...head, total: 3, hlc: three[0]?.hlc });
    expect(merged([])).toEqual(head);
  });

  test('makes another device of one whose copy went on, or went its own way', () => {
    expect(merged(three.slice(1)).deviceId).not.toBe('phone');
    expect(merged(three.slice(0, 1), three.slice(0, 1)).deviceId).not.toBe('phone');
    expect(merged(three.slice(1))).toMatchObject({ seq: 0, total: 4 });
  });

  test('leaves a device as it is where only others went their own way or on', () => {
    const twins = logOf('laptop', [review(), review()]);
    expect(merged(twins, twins)).toMatchObject({ deviceId: 'phone', seq: 1, total: 4 });
    expect(headAfterMerge(other ?? expect.fail(), { added: three, forks: three, known: 0 }).deviceId).toBe(
      'laptop',
    );
  });
});

test('an answer that was not kept does not count as kept where another tab took its number', async () => {
  const factory = new FaultyFactory();
  const [mine, theirs] = [await openTab(factory), await openTab(factory)];
  const before = await theirs.append(review());
  const body = review({ position: 1 });
  const { add } = IDBObjectStore.prototype;
  const adding = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
    this: IDBObjectStore,
    ...row
  ) {
    const request = add.apply(this, row);
    this.transaction.abort();
    return request;
  });
  await expect(mine.append(body)).rejects.toMatchObject({ problem: { type: 'unavailable' } });
  adding.mockRestore();
  const first = await theirs.append(review({ position: 2 }));
  const second = await mine.append(body);
  expect([first.seq, second.seq]).toEqual([2, 3]);
  expect((await mine.log()).events).toEqual([before, first, second]);
});

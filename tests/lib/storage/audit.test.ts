import { afterEach, describe, expect, test, vi } from 'vitest';
import { isRecord } from '#core/shape.ts';
import { defaultWeights } from '#core/memory/fsrs.ts';
import { entriesIn } from '#core/log/extent.ts';
import { crc32, hex8 } from '#core/log/checksum.ts';
import { parseSnapshot, tailEntries, writeSnapshot } from '#core/review/snapshot.ts';
import type { Making } from '#core/review/snapshot.ts';
import type { Storage } from '#lib/storage/storage.ts';
import { readLog } from '#lib/state/reading.ts';
import { logOf, review } from '../../core/review/some-events.ts';
import { FaultyFactory } from './faulty-factory.ts';
import { openTab } from './tab.ts';

const making: Making = { derivation: '1', weights: defaultWeights };

/** A log that is long enough for a snapshot, and has one. */
async function withSnapshot(): Promise<{
  readonly factory: FaultyFactory;
  readonly storage: Storage;
  readonly text: string;
}> {
  const factory = new FaultyFactory();
  const storage = await openTab(factory);
  for (let position = 0; position < tailEntries + 9; position += 1)
    await storage.append(review({ position }));
  await storage.audit(making);
  const text = await storage.snapshot();
  if (text === undefined) throw new TypeError('Keep a snapshot');
  return { factory, storage, text };
}

const replaceSnapshot = (factory: FaultyFactory, text: unknown): Promise<void> =>
  factory.tamper('harmattan', (database) => {
    const transaction = database.transaction('head', 'readwrite');
    transaction.objectStore('head').put(text, 'snapshot');
    return transaction;
  });

/** A changed snapshot as another program would have written it, with the sum of what it says. */
const whole = (text: string): string => `${hex8(crc32(text.slice(9)))} ${text.slice(9)}`;

/** Changes a mark in a row of the log, under which nothing else changes. */
const damageRow = (factory: FaultyFactory, deviceId: string, seq: number): Promise<void> =>
  factory.tamper('harmattan', (database) => {
    const transaction = database.transaction('events', 'readwrite');
    const store = transaction.objectStore('events');
    const request = store.get([deviceId, seq]);
    request.addEventListener('success', () => {
      const row: unknown = request.result;
      if (isRecord(row) && isRecord(row.payload))
        store.put({ ...row, payload: { ...row.payload, marks: 0 } });
    });
    return transaction;
  });

afterEach(() => vi.restoreAllMocks());

/** Counts how much the database gives out from now on. */
function countedReads(method: 'getAll' | 'getAllKeys'): () => number {
  const original = IDBObjectStore.prototype[method];
  const requests: IDBRequest<unknown[]>[] = [];
  vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...asked) {
    const request: IDBRequest<unknown[]> = Reflect.apply(original, this, asked);
    requests.push(request);
    return request as never;
  });
  return () => requests.reduce((sum, { result }) => sum + result.length, 0);
}

const never = () => Promise.reject(new Error('There is no need to read everything'));

describe('a log with a snapshot', () => {
  test('is opened from it, and comes to the same', async () => {
    const { storage } = await withSnapshot();
    const short = await readLog(storage, making, 1, never);
    const whole = await readLog(storage, making, 1000, never);
    expect(short.isPartial).toBe(true);
    expect(whole.isPartial).toBe(false);
    expect(short.projection).toEqual(whole.projection);
  });

  test('is read anew as a whole where the head is damaged, which tells how long it is', async () => {
    const { factory, storage, text } = await withSnapshot();
    await factory.tamper('harmattan', (database) => {
      const transaction = database.transaction('head', 'readwrite');
      transaction.objectStore('head').put({ content: {}, checksum: 'x' }, 'head');
      return transaction;
    });
    const { extent } = parseSnapshot(text, making) ?? expect.fail('Read it');
    expect(await storage.after(extent)).toBeUndefined();
  });

  test('is opened without reading the rows that it covers', async () => {
    const { storage } = await withSnapshot();
    const [rows, keys] = (['getAll', 'getAllKeys'] as const).map(countedReads);
    const cursors = vi.spyOn(IDBObjectStore.prototype, 'openCursor');
    await readLog(storage, making, 1, never);
    expect([rows?.(), keys?.()]).toEqual([tailEntries, tailEntries]);
    expect(cursors).not.toHaveBeenCalled();
  });

  test.each<[string, (text: string) => unknown]>([
    ['damaged', (text) => text.replace('"answers":9', '"answers":8')],
    ['cut off', (text) => text.slice(0, -200)],
    ['no text', () => 7],
    ['of other rules', (text) => whole(text.replace('"derivation":"1"', '"derivation":"0"'))],
    ['of an older form', (text) => whole(text.replace(/"v":\d+/, '"v":1'))],
  ])('one that is %s is not believed, and replaced', async (_, change) => {
    const { factory, storage, text } = await withSnapshot();
    expect(change(text)).not.toBe(text);
    await replaceSnapshot(factory, change(text));
    expect(await readLog(storage, making, 1, async () => undefined)).toMatchObject({ isPartial: false });
    const reading = await readLog(storage, making, 1, () => storage.audit(making));
    expect(reading.projection).toEqual((await readLog(storage, making, 1000, never)).projection);
    expect(await storage.snapshot()).toBe(text);
  });

  test('one of another log is not believed, and replaced', async () => {
    const other = await withSnapshot();
    const { factory, storage, text } = await withSnapshot();
    await replaceSnapshot(factory, other.text);
    const reading = await readLog(storage, making, 1, () => storage.audit(making));
    expect(reading.projection).toEqual((await readLog(storage, making, 1000, never)).projection);
    expect(await storage.snapshot()).toBe(text);
  });

  test('one that says something else than the log is found by the audit, and replaced', async () => {
    const { factory, storage, text } = await withSnapshot();
    const snapshot = parseSnapshot(text, making) ?? expect.fail('Read it');
    const wrong = writeSnapshot({ ...snapshot, projection: { ...snapshot.projection, answers: 7 } });
    await replaceSnapshot(factory, wrong);
    expect((await readLog(storage, making, 1, never)).projection.answers).toBe(tailEntries + 7);
    expect(await storage.audit(making)).toEqual({ damaged: 0, misled: true });
    expect(await storage.snapshot()).toBe(text);
  });

  test('damage under it is found by the audit and healed from the second copy, and nothing is lost', async () => {
    const { factory, storage } = await withSnapshot();
    const before = await storage.log();
    await damageRow(factory, before.events[0]?.deviceId ?? '', 3);
    expect((await readLog(storage, making, 1, never)).isPartial).toBe(true);
    expect(await storage.audit(making)).toMatchObject({ damaged: 1 });
    expect(await storage.snapshot()).toBeUndefined();
    expect(await storage.recover()).toMatchObject({ restored: 1, healed: 1, missing: 0 });
    expect(await storage.log()).toEqual(before);
  });

  test('damage after it is seen at once', async () => {
    const { factory, storage } = await withSnapshot();
    const { events } = await storage.log();
    await damageRow(factory, events[0]?.deviceId ?? '', tailEntries + 9);
    expect((await readLog(storage, making, 1, never)).damaged).toBe(1);
  });

  test('is never the only copy of anything: without it the log says all', async () => {
    const { factory, storage } = await withSnapshot();
    const before = await readLog(storage, making, 1, never);
    await replaceSnapshot(factory, 'gone');
    expect((await readLog(storage, making, 1000, never)).projection).toEqual(before.projection);
  });

  test('a log of many rows is audited in parts', async () => {
    const { storage, text } = await withSnapshot();
    const events = logOf(
      'laptop',
      Array.from({ length: 700 }, (_, position) => review({ position })),
    );
    const fork = logOf('laptop', [review({ marks: 0 })]);
    await storage.restore({ exportedUtcMs: 1, events: [...events, ...fork], sessions: [], damaged: [] });
    // What came is older than the snapshot, which says too little now.
    expect(await storage.audit(making)).toEqual({ damaged: 0, misled: true });
    expect(await storage.audit(making)).toEqual({ damaged: 0, misled: false });
    const snapshot = parseSnapshot((await storage.snapshot()) ?? '', making);
    expect(entriesIn(snapshot?.extent ?? { devices: [], forks: 0 })).toBe(1 + 709);
    expect(await storage.snapshot()).not.toBe(text);
  });

  test('one that is true and of nearly the whole log is left as it is', async () => {
    const { storage, text } = await withSnapshot();
    for (let position = 0; position < 50; position += 1) await storage.append(review({ position }));
    expect(await storage.audit(making)).toEqual({ damaged: 0, misled: false });
    expect(await storage.snapshot()).toBe(text);
  });

  test('a bug while it is kept is passed on', async () => {
    const { factory, storage } = await withSnapshot();
    await replaceSnapshot(factory, 'gone');
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new RangeError('a bug');
    };
    await expect(
      storage.audit(making).finally(() => Object.assign(IDBObjectStore.prototype, { put })),
    ).rejects.toThrow(RangeError);
  });

  test('a device that is full keeps its log, and the snapshot it had', async () => {
    const { factory, storage, text } = await withSnapshot();
    for (let position = 0; position < 200; position += 1) await storage.append(review({ position }));
    factory.next('quota');
    expect(await storage.audit(making)).toEqual({ damaged: 0, misled: false });
    expect(await storage.snapshot()).toBe(text);
    await storage.audit(making);
    expect(await storage.snapshot()).not.toBe(text);
  });
});

test('an audit reads a log of more rows than it takes at once, each once, and finds damage in the last of them', async () => {
  const factory = new FaultyFactory();
  const storage = await openTab(factory);
  const events = logOf(
    'phone',
    Array.from({ length: 2003 }, (_, position) => review({ position })),
  );
  await storage.restore({ exportedUtcMs: 1, events, sessions: [], damaged: [] });
  expect(await storage.audit(making)).toEqual({ damaged: 0, misled: false });
  const kept = parseSnapshot((await storage.snapshot()) ?? '', making);
  expect(kept && entriesIn(kept.extent)).toBe(2003 - tailEntries);

  await factory.tamper('harmattan', (database) => {
    const transaction = database.transaction('events', 'readwrite');
    transaction.objectStore('events').put({ ...events.at(-1), checksum: 'none' });
    return transaction;
  });
  expect(await storage.audit(making)).toMatchObject({ damaged: 1 });
});

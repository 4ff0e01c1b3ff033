import { expect, test, vi } from 'vitest';
import { copyingLater } from '#lib/storage/copying-later.ts';
import { startCopying } from '#lib/storage/copying.ts';
import { openStorage } from '#lib/storage/storage.ts';
import { logOf, review } from '../../core/review/some-events.ts';
import { steadyClock } from './clock.ts';
import { FaultyFactory } from './faulty-factory.ts';
import { memoryCopy } from './memory-copy.ts';

test('a second copy whose code cannot be loaded costs no answer', async () => {
  vi.doMock('#lib/storage/copying.ts', () => {
    throw new TypeError('Failed to fetch dynamically imported module');
  });
  vi.resetModules();
  const { copyingLater } = await import('#lib/storage/copying-later.ts');
  const copying = copyingLater(async () => memoryCopy());
  const [event] = logOf('phone', [review()]);
  await copying.add(event ? [{ event }] : []);
  await expect(copying.use(async () => 1)).rejects.toThrow();
  copying.close();
  vi.doUnmock('#lib/storage/copying.ts');
});

/** A second copy that never comes to an end with anything. */
const silent = () => ({ ...memoryCopy(), add: () => new Promise<never>(() => undefined) });

test('a second copy that does not answer holds up an answer for a second', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const copying = startCopying(async () => silent());
  let isTold = false;
  const [event] = logOf('phone', [review()]);
  const adding = copying.add(event ? [{ event }] : []).then(() => (isTold = true));
  await vi.advanceTimersByTimeAsync(999);
  expect(isTold).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await adding;
  vi.useRealTimers();
});

test('a second copy that fails is closed, and asked again for what it owes only', async () => {
  const copies = [memoryCopy(), memoryCopy()];
  const closed: unknown[] = [];
  let added = 0;
  const copying = startCopying(async () => {
    const copy = copies.shift() ?? expect.fail('Two are enough');
    const add = copy.add.bind(copy);
    copy.close = () => closed.push(copy);
    copy.add = (lines) => ((added += 1), add(lines));
    copy.failing = copies.length > 0;
    return copy;
  });
  const [event] = logOf('phone', [review()]);
  await copying.add(event ? [{ event }] : []);
  expect(closed).toHaveLength(1);
  expect(await copying.use((copy) => copy.read())).toContain(event?.checksum);
  await copying.use((copy) => copy.read());
  expect(added).toBe(2);
  copying.close();
  await Promise.resolve();
  expect(closed).toHaveLength(2);
});

test('a second copy that came without its code is asked for again with the next answer', async () => {
  const factory = new FaultyFactory();
  let asked = 0;
  const opened = await openStorage({
    factory,
    now: steadyClock(),
    notes: factory.notes,
    openCopy: async () => {
      asked += 1;
      if (asked === 1) throw new DOMException('No file', 'NotFoundError');
      return factory.copy;
    },
  });
  if (!opened.ok) throw new TypeError(opened.problem.type);
  await opened.value.append(review());
  await opened.value.append(review());
  expect(factory.copy.text.split('\n').length - 1).toBe(2);
  opened.value.close();
});

test('a second copy that came later is closed with the storage', async () => {
  const copy = memoryCopy();
  let closed = 0;
  const copying = copyingLater(async () => ({ ...copy, close: () => void (closed += 1) }));
  copying.close();
  await copying.use(async () => 1);
  expect(closed).toBe(0);
  copying.close();
  await Promise.resolve();
  expect(closed).toBe(1);
});

test('what is too much for one writing goes in parts, whole lines each; after a failure only the rest', async () => {
  const memory = memoryCopy();
  const parts: number[] = [];
  let failures = 1;
  const copying = startCopying(async () => ({
    ...memory,
    add: async (lines) => {
      if (parts.length === 1 && failures > 0) {
        failures -= 1;
        throw new DOMException('No file', 'NotReadableError');
      }
      parts.push(lines.length);
      await memory.add(lines);
    },
  }));
  const lines = Array.from({ length: 25 }, (_, at) => `${String(at).padStart(99_999, 'x')}\n`);
  await copying.add(lines);
  expect(parts).toEqual([1_100_000]);
  await copying.use(async () => undefined);
  expect(parts).toEqual([1_100_000, 1_100_000, 300_000]);
  expect(memory.text).toBe(lines.join(''));
  await copying.use(async () => undefined);
  expect(parts).toHaveLength(3);
});

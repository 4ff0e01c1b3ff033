import { expect, test, vi } from 'vitest';
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

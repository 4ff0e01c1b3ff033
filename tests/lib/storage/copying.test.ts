import { expect, test } from 'vitest';
import { openStorage } from '#lib/storage/storage.ts';
import { review } from '../../core/review/some-events.ts';
import { steadyClock } from './clock.ts';
import { FaultyFactory } from './faulty-factory.ts';

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

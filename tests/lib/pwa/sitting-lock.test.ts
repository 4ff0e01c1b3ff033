import { afterEach, expect, test, vi } from 'vitest';

import { takeSeat } from '#lib/pwa/sitting-lock.ts';

type Granted = (lock: object | null) => Promise<void> | undefined;

/** A browser's locks that answer as the tests say; what is asked is kept. */
function stubLocks(answer: (options: LockOptions, granted: Granted) => unknown): LockOptions[] {
  const asked: LockOptions[] = [];
  const request = async (_: string, options: LockOptions, granted: Granted): Promise<void> => {
    asked.push(options);
    // An endless loop is to end as a failure.
    if (asked.length > 20) return new Promise(() => undefined);
    await answer(options, granted);
  };
  vi.stubGlobal('navigator', { locks: { request } });
  return asked;
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

afterEach(() => vi.unstubAllGlobals());

test('a page that goes away, to which a browser refuses every lock, asks no more', async () => {
  const asked = stubLocks(() => Promise.reject(new DOMException('', 'InvalidStateError')));
  takeSeat('a', () => undefined);
  await settled();
  expect(asked).toHaveLength(1);
});

test('a seat that another tab has is waited for, and one that is taken from here as well', async () => {
  const told: boolean[] = [];
  const asked = stubLocks(async (options, granted) => {
    if (options.ifAvailable) return granted(null);
    if (asked.length > 2) return new Promise(() => undefined);
    void granted({});
    throw new DOMException('', 'AbortError');
  });
  takeSeat('a', (here) => told.push(here));
  await settled();
  expect(told).toEqual([false, false, true, false]);
  expect(asked.map(({ ifAvailable }) => ifAvailable ?? false)).toEqual([true, false, false]);
});

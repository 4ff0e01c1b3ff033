import { afterEach, describe, expect, test, vi } from 'vitest';
import { databaseName, databaseVersion, migrate } from '#lib/storage/schema.ts';
import { defaultSettings } from '#lib/storage/settings.ts';
import { openStorage } from '#lib/storage/storage.ts';
import type { News } from '#lib/storage/storage.ts';
import { review } from '../../core/review/some-events.ts';
import { FaultyFactory } from './faulty-factory.ts';
import { holdOpen, openTab } from './tab.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('opening', () => {
  const problemWith = async (factory: IDBFactory): Promise<unknown> => {
    const storage = await openStorage({ factory });
    return storage.ok ? undefined : storage.problem.type;
  };

  test('where there is no IndexedDB it says so', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const switchedAway = await openStorage();
    vi.unstubAllGlobals();
    expect(switchedAway).toMatchObject({ ok: false, problem: { type: 'unavailable' } });
    const switchedOff = {
      open: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    };
    expect(await problemWith(switchedOff as never)).toBe('unavailable');
  });

  test('a database of a newer version is not touched', async () => {
    const factory = new FaultyFactory();
    (await holdOpen(factory, databaseName, databaseVersion + 1)).close();
    expect(await problemWith(factory)).toBe('newer-schema');
  });

  test('a request that never settles is given up in time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const silent = { open: () => new EventTarget() };
    const problem = problemWith(silent as never);
    await vi.advanceTimersByTimeAsync(3000);
    expect(await problem).toBe('timeout');
  });

  test('a handle that comes too late is closed, so that it holds up nobody', async () => {
    const factory = new FaultyFactory();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const slow = {
      open: (name: string, version: number) => {
        const request = factory.open(name, version);
        const late = new EventTarget();
        request.addEventListener('upgradeneeded', ({ oldVersion }) => migrate(request.result, oldVersion));
        request.addEventListener('success', () => {
          Object.assign(late, { result: request.result });
          setTimeout(() => late.dispatchEvent(new Event('success')), 5000);
        });
        return late;
      },
    };
    const problem = problemWith(slow as never);
    await vi.waitFor(() => expect(factory.handles).toHaveLength(1));
    await vi.advanceTimersByTimeAsync(6000);
    expect(await problem).toBe('timeout');
    expect(() => factory.handles[0]?.transaction('events')).toThrow(DOMException);
  });

  test('a backing store that cannot be opened is tried three times', async () => {
    let tries = 0;
    const broken = {
      open: () => {
        tries += 1;
        const error = new DOMException('Internal error opening backing store', 'UnknownError');
        const request = Object.assign(new EventTarget(), { error });
        queueMicrotask(() => request.dispatchEvent(new Event('error')));
        return request;
      },
    };
    expect(await problemWith(broken as never)).toBe('damaged');
    expect(tries).toBe(3);
  });

  test('lets go for a newer version, says so, and takes no answer then', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    const news: News[] = [];
    storage.onNews((one) => news.push(one));
    const event = await storage.append(review());
    const newer = await holdOpen(factory, databaseName, databaseVersion + 1);
    expect(news).toEqual(['superseded']);
    await expect(storage.append(review())).rejects.toMatchObject({ problem: { type: 'newer-schema' } });
    newer.close();
    expect(event.seq).toBe(1);
  });
});

describe('several tabs', () => {
  test('answers from two tabs at once get numbers of one row', async () => {
    const factory = new FaultyFactory();
    const [one, two] = [await openTab(factory), await openTab(factory)];
    const writes = Array.from({ length: 40 }, (_, position) =>
      (position % 2 ? one : two).append(review({ position })),
    );
    const events = await Promise.all(writes);
    expect(events.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(
      events.map((_, index) => index + 1),
    );
    expect((await one.log()).events).toEqual((await two.log()).events);
  });

  test('one hears what the other changes, and not what it changes itself', async () => {
    const factory = new FaultyFactory();
    const [one, two] = [await openTab(factory), await openTab(factory)];
    const heard: string[] = [];
    one.onNews((news) => heard.push(`one ${news}`));
    const stop = two.onNews((news) => heard.push(`two ${news}`));
    await one.append(review());
    await one.settings.put(defaultSettings);
    await vi.waitFor(() => expect(heard).toEqual(['two log', 'two settings']));
    stop();
    await one.append(review());
    await two.append(review());
    await vi.waitFor(() => expect(heard).toEqual(['two log', 'two settings', 'one log']));
  });

  test('an answer under way is kept when its tab closes', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    const writing = storage.append(review());
    storage.close();
    const event = await writing;
    expect((await (await openTab(factory)).log()).events).toEqual([event]);
  });

  test('erasing in one tab ends the other', async () => {
    const factory = new FaultyFactory();
    const [one, two] = [await openTab(factory), await openTab(factory)];
    const heard: News[] = [];
    two.onNews((news) => heard.push(news));
    await one.append(review());
    await one.erase();
    await vi.waitFor(() => expect(heard).toContain('erased'));
    expect(heard).toContain('superseded');
    expect(await factory.databases()).toEqual([]);
  });

  test('a tab that does not let go holds up the erasing, but the stores are empty', async () => {
    const factory = new FaultyFactory();
    const storage = await openTab(factory);
    await storage.append(review());
    const stubborn = await holdOpen(factory, databaseName);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let waiting = true;
    const erased = storage.erase().catch((error: unknown) => error);
    void erased.finally(() => (waiting = false));
    const passTime = async (): Promise<void> => {
      await new Promise(setImmediate);
      await vi.advanceTimersByTimeAsync(100);
      if (waiting) await passTime();
    };
    await passTime();
    expect(await erased).toMatchObject({ problem: { type: 'blocked' } });
    const left = stubborn.transaction('events').objectStore('events').count();
    await new Promise((resolve) => left.addEventListener('success', resolve));
    expect(left.result).toBe(0);
    stubborn.close();
  });
});

import { afterEach, describe, expect, test, vi } from 'vitest';
import { parseBackup } from '#core/review/backup.ts';
import { memoryStorage } from '#lib/storage/memory-storage.ts';
import { openNews } from '#lib/storage/news.ts';
import { browserNotes } from '#lib/storage/notes.ts';
import { now } from '#lib/storage/now.ts';
import { openAnew } from '#lib/storage/open-anew.ts';
import { openReadOnly } from '#lib/storage/open-read-only.ts';
import { browserFactory } from '#lib/storage/open.ts';
import { attempt } from '#lib/storage/problem.ts';
import { newAttemptId, newQuizId, randomBytes } from '#lib/storage/random.ts';
import { rescueBackup } from '#lib/storage/rescue.ts';
import { openStorage } from '#lib/storage/storage.ts';
import { eraseEverything } from '#lib/storage/wipe.ts';
import { review } from '../../core/review/some-events.ts';
import { FaultyFactory } from './faulty-factory.ts';
import { stubWorker } from './journal-worker.ts';
import { originFiles } from './origin-files.ts';

/*
 * What the storage takes from its browser where nobody gives it anything else, and what browsers lack.
 */
afterEach(() => vi.unstubAllGlobals());

/** Nothing of the kind here, said by throwing, as some private windows do. */
function forbid(name: 'indexedDB' | 'localStorage'): void {
  vi.stubGlobal(name, undefined);
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get: () => {
      throw new DOMException('denied', 'SecurityError');
    },
  });
}

describe('a browser that keeps nothing', () => {
  test('has no databases, and every way of opening one says so', async () => {
    forbid('indexedDB');
    expect(browserFactory()).toBeUndefined();
    const none = { ok: false, problem: { type: 'unavailable', reason: 'no IndexedDB' } };
    expect(await openStorage()).toMatchObject(none);
    expect(await openReadOnly()).toMatchObject(none);
    expect(await openAnew()).toMatchObject(none);
    expect(await rescueBackup()).toMatchObject(none);
    expect(await eraseEverything()).toEqual({ ok: true, value: undefined });
  });

  test('has no notes, and forbids them without a word', () => {
    browserNotes.set('harmattan.look', 'dark');
    expect(browserNotes.get('harmattan.look')).toBeUndefined();
    forbid('localStorage');
    browserNotes.set('harmattan.look', 'dark');
    browserNotes.set('harmattan.look', undefined);
    expect(browserNotes.get('harmattan.look')).toBeUndefined();
  });
});

test('browserNotes are kept in localStorage, and forgotten there', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  });
  browserNotes.set('harmattan.look', 'dark');
  expect([...kept]).toEqual([['harmattan.look', 'dark']]);
  expect(browserNotes.get('harmattan.look')).toBe('dark');
  browserNotes.set('harmattan.look', undefined);
  expect([...kept]).toEqual([]);
  expect(browserNotes.get('harmattan.look')).toBeUndefined();
});

describe('news', () => {
  test('of another tab is heard where it is known, and nothing after the end', async () => {
    const [desk, other] = [openNews(), new BroadcastChannel('harmattan')];
    const heard: string[] = [];
    desk.listen((news) => heard.push(news));
    for (const message of ['of tomorrow', 'log', 7]) other.postMessage(message);
    await vi.waitFor(() => expect(heard).toEqual(['log']));
    desk.close();
    desk.tell('settings');
    desk.close();
    other.close();
  });

  test('is of this tab only where there is no channel', () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const desk = openNews();
    const heard: string[] = [];
    const stop = desk.listen((news) => heard.push(news));
    desk.tell('log');
    desk.hear('superseded');
    stop();
    desk.hear('superseded');
    desk.close();
    expect(heard).toEqual(['superseded']);
  });
});

test('now() has no zone where the browser keeps it to itself', () => {
  vi.stubGlobal('Intl', { DateTimeFormat: () => ({ resolvedOptions: () => ({}) }) });
  expect(now().tz).toBe('');
});

test('names of quizzes and attempts have 64 random bits, and bytes are as many as asked for', () => {
  expect(newQuizId()).toMatch(/^[0-9a-f]{16}$/);
  expect(newAttemptId()).toMatch(/^[0-9a-f]{16}$/);
  expect(randomBytes(9)).toHaveLength(9);
  expect(new Set(Array.from({ length: 1000 }, newAttemptId)).size).toBe(1000);
});

test('attempt() passes a bug on', async () => {
  await expect(attempt(() => Promise.reject(new RangeError('a bug')))).rejects.toThrow(RangeError);
});

test('a storage without a disk needs nothing else', async () => {
  const storage = memoryStorage();
  const event = await storage.append(review());
  expect(Math.abs(event.wallUtcMs - Date.now())).toBeLessThan(5000);
  expect(await storage.compare()).toBeUndefined();
  expect(await storage.recover()).toMatchObject({ restored: 0, missing: 0, head: { total: 1, seq: 1 } });
  storage.onNews(() => expect.fail('There is no other tab'))();
  storage.close();
});

describe('a browser with files', () => {
  /** Three answers in a database and in a file. */
  async function answered() {
    const [files, factory] = [originFiles(), new FaultyFactory()];
    stubWorker(files);
    vi.stubGlobal('indexedDB', factory);
    const storage = await openStorage();
    if (!storage.ok) throw new TypeError(storage.problem.type);
    for (const position of [0, 1, 2]) await storage.value.append(review({ position }));
    const { events } = await storage.value.log();
    storage.value.close();
    return { files, factory, events };
  }
  const again = (files: ReturnType<typeof originFiles>, factory: IDBFactory): void => {
    stubWorker(files);
    vi.stubGlobal('indexedDB', factory);
  };

  test('that lost its database and its notes is short all the same, and everything comes back', async () => {
    const { files, events } = await answered();
    again(files, new FaultyFactory());
    const storage = await openStorage();
    if (!storage.ok) throw new TypeError(storage.problem.type);
    expect(storage.value.short).toBe(true);
    expect(await storage.value.recover()).toMatchObject({ restored: 3, missing: 0 });
    expect((await storage.value.log()).events).toEqual(events);
    storage.value.close();
  });

  test('gives the recovery screen what the file holds', async () => {
    const { files } = await answered();
    again(files, new FaultyFactory());
    const rescued = await rescueBackup();
    const backup = rescued.ok ? parseBackup(rescued.value) : undefined;
    expect(backup?.ok && backup.value.events).toHaveLength(3);
  });

  test('goes on in another database from the file', async () => {
    const { files, events } = await answered();
    again(files, new FaultyFactory());
    const anew = await openAnew();
    expect(anew).toMatchObject({ ok: true, value: { recovery: { restored: 3, missing: 0 } } });
    if (anew.ok) expect((await anew.value.storage.log()).events).toEqual(events);
    if (anew.ok) anew.value.storage.close();
  });

  test('erases both', async () => {
    const { files, factory } = await answered();
    again(files, factory);
    expect(await eraseEverything()).toEqual({ ok: true, value: undefined });
    expect(files.texts()).toEqual({});
    expect(await factory.databases()).toEqual([]);
  });
});

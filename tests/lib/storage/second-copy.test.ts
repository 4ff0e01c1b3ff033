import { afterEach, describe, expect, test, vi } from 'vitest';
import { journalDatabase } from '#lib/storage/journal-database.ts';
import { openJournalFile } from '#lib/storage/journal-file.ts';
import { browserCopy } from '#lib/storage/second-copy.ts';
import type { SecondCopy } from '#lib/storage/second-copy.ts';
import { FaultyFactory } from './faulty-factory.ts';
import { ended, stubWorker } from './journal-worker.ts';
import { memoryCopy } from './memory-copy.ts';
import { holdOpen } from './tab.ts';
import { originFiles } from './origin-files.ts';
import type { OriginFiles } from './origin-files.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const file = 'harmattan/journal-1.txt';

async function fileCopy(files: OriginFiles = originFiles()): Promise<SecondCopy> {
  stubWorker(files);
  return (await openJournalFile()) ?? expect.fail('Open the file');
}

describe.each<[string, () => SecondCopy | Promise<SecondCopy>]>([
  ['for tests', memoryCopy],
  ['as a database', () => journalDatabase(new FaultyFactory())],
  ['as a file', () => fileCopy()],
])('a second copy %s', (_, open) => {
  test('grows line by line, and gives its end', async () => {
    const copy = await open();
    expect(await copy.read()).toBe('');
    expect(await copy.tail(9)).toBe('');
    await copy.add('one\n');
    await copy.add('two\nthree\n');
    expect(await copy.read()).toBe('one\ntwo\nthree\n');
    expect(await copy.tail(6)).toBe('three\n');
    expect(await copy.tail(99)).toBe('one\ntwo\nthree\n');
    copy.close();
  });

  test('is begun anew, and erased', async () => {
    const copy = await open();
    await copy.add('one\n');
    await copy.replace('anew\n');
    expect(await copy.read()).toBe('anew\n');
    await copy.add('more\n');
    expect(await copy.read()).toBe('anew\nmore\n');
    await copy.erase();
    await copy.erase();
    await copy.replace('after\n');
    expect(await copy.read()).toBe('after\n');
    await copy.erase();
    expect(await copy.read()).toBe('');
    copy.close();
  });
});

describe('the file of the second copy', () => {
  test('loses the line at its end that the power cut, and no other', async () => {
    const files = originFiles();
    files.put(file, 'one\ntwo\nthr');
    const copy = await fileCopy(files);
    expect(await copy.read()).toBe('one\ntwo\nthr');
    await copy.add('four\n');
    expect(files.texts()[file]).toBe('one\ntwo\nfour\n');
  });

  test('loses such an end also where it is longer than what is read at once', async () => {
    const files = originFiles();
    files.put(file, `one\n${'x'.repeat(200_000)}`);
    const copy = await fileCopy(files);
    await copy.add('two\n');
    expect(files.texts()[file]).toBe('one\ntwo\n');
    files.put(file, 'y'.repeat(70_000));
    await copy.add('two\n');
    expect(files.texts()[file]).toBe('two\n');
  });

  test('gives bytes that are no text as damage in their line', async () => {
    const files = originFiles();
    files.put(file, 'one\n\u{1f600}\ntwo\n');
    const lines = (await (await fileCopy(files)).read()).split('\n');
    expect([lines[0], lines[1]?.length, lines[2]]).toEqual(['one', 4, 'two']);
  });

  test.each([0, 1, 5, 8])('on a full device with room for %i bytes stays as it was', async (room) => {
    const files = originFiles();
    const copy = await fileCopy(files);
    await copy.add('one\n');
    files.room = room;
    await expect(copy.add('two two\nthree\n')).rejects.toMatchObject({
      name: 'QuotaExceededError',
      message: 'The device is full',
    });
    expect(files.texts()[file]).toBe('one\n');
    files.room = Infinity;
    await copy.add('two\n');
    expect(await copy.read()).toBe('one\ntwo\n');
    expect(files.open.size).toBe(0);
  });

  test('that the disk does not take stays as it was', async () => {
    const files = originFiles();
    const copy = await fileCopy(files);
    await copy.add('one\n');
    files.failFlush = true;
    await expect(copy.add('two\n')).rejects.toMatchObject({ name: 'NotReadableError' });
    expect(files.texts()[file]).toBe('one\n');
    expect(files.open.size).toBe(0);
  });

  test('sets aside what was there, three times at most, and knows files by their numbers only', async () => {
    const files = originFiles();
    for (const name of ['journal-x.txt', 'old-journal-7.txt', 'journal-8.txt.bak'])
      files.put(`harmattan/${name}`, 'not ours\n');
    const copy = await fileCopy(files);
    await copy.add('1\n');
    for (const text of ['2\n', '3\n', '4\n', '5\n', '6\n']) await copy.replace(text);
    expect(files.texts()).toEqual({
      'harmattan/journal-x.txt': 'not ours\n',
      'harmattan/old-journal-7.txt': 'not ours\n',
      'harmattan/journal-8.txt.bak': 'not ours\n',
      'harmattan/journal-3.txt': '3\n',
      'harmattan/journal-4.txt': '4\n',
      'harmattan/journal-5.txt': '5\n',
      'harmattan/journal-6.txt': '6\n',
    });
  });

  test('goes by the highest number: ten is after nine', async () => {
    const files = originFiles();
    files.put('harmattan/journal-10.txt', 'ten\n');
    files.put('harmattan/journal-9.txt', 'nine\n');
    expect(await (await fileCopy(files)).read()).toBe('ten\n');
  });

  test('waits for its turn where tabs can take turns', async () => {
    let turns = 0;
    stubWorker(originFiles(), { locks: (work) => ((turns += 1), work()) });
    const copy = (await openJournalFile()) ?? expect.fail('Open the file');
    await copy.add('one\n');
    expect(turns).toBe(2);
  });

  test('tells what went wrong, whatever was thrown', async () => {
    stubWorker(originFiles(), { locks: () => Promise.reject('no lock') });
    expect(await openJournalFile()).toBeUndefined();
    const files = originFiles();
    const copy = await fileCopy(files);
    Object.defineProperty(files, 'root', {
      get: () => ({ removeEntry: () => Promise.reject(new DOMException('', 'NoModificationAllowedError')) }),
    });
    await expect(copy.erase()).rejects.toMatchObject({ name: 'NoModificationAllowedError' });
    await expect(copy.read()).rejects.toMatchObject({ name: 'TypeError' });
  });

  test('is none where its worker cannot start', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    stubWorker(originFiles(), { ailment: 'cannot start' });
    const before = ended.length;
    expect(await openJournalFile()).toBeUndefined();
    expect(ended).toHaveLength(before + 1);
  });

  test('tells that its worker does not answer any more, and ends it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    stubWorker(originFiles(), { ailment: 'falls silent' });
    const copy = (await openJournalFile()) ?? expect.fail('Open the file');
    const reading = copy.read().catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(4000);
    expect(await reading).toMatchObject({ name: 'TimeoutError', message: 'No answer' });
    const before = ended.length;
    copy.close();
    expect(ended).toHaveLength(before + 1);
  });

  test('is none where its worker never answers', async () => {
    stubWorker(originFiles(), { ailment: 'never answers' });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const opening = openJournalFile();
    await vi.advanceTimersByTimeAsync(4000);
    expect(await opening).toBeUndefined();
  });
});

describe('browserCopy', () => {
  const databasesOf = async (factory: FaultyFactory) =>
    (await factory.databases()).map(({ name }) => name ?? '');

  test('is a file where the browser has files', async () => {
    const files = originFiles();
    stubWorker(files);
    const factory = new FaultyFactory();
    await (await browserCopy(factory)).add('one\n');
    expect(files.texts()[file]).toBe('one\n');
    expect(await databasesOf(factory)).toEqual([]);
  });

  test.each<[string, () => void]>([
    ['no workers', () => vi.stubGlobal('Worker', undefined)],
    ['no files', () => vi.stubGlobal('navigator', { storage: {} })],
    ['no storage to ask for them', () => vi.stubGlobal('navigator', {})],
    ['files that cannot be used', () => stubWorker(originFiles(), { ailment: 'cannot start' })],
  ])('is a database where there are %s', async (_, spoil) => {
    stubWorker(originFiles());
    spoil();
    const factory = new FaultyFactory();
    await (await browserCopy(factory)).add('one\n');
    expect(await databasesOf(factory)).toEqual(['harmattan-copy']);
  });
});

describe('the database of the second copy', () => {
  const openCopyOf = (factory: FaultyFactory) =>
    new Promise<IDBDatabase>((resolve) => {
      const request = factory.open('harmattan-copy');
      request.addEventListener('success', () => resolve(request.result));
    });

  test('sets aside what was there, and erases that too', async () => {
    const factory = new FaultyFactory();
    const copy = journalDatabase(factory);
    await copy.add('one\n');
    await copy.add('two\n');
    await copy.replace('anew\n');
    const rowsAside = async () => {
      const database = await openCopyOf(factory);
      const request = database.transaction('aside').objectStore('aside').getAll();
      await new Promise((resolve) => request.addEventListener('success', resolve));
      database.close();
      return request.result;
    };
    expect(await rowsAside()).toEqual(['one\n', 'two\n']);
    await copy.erase();
    expect(await factory.databases()).toEqual([]);
    await copy.add('three\n');
    expect(await rowsAside()).toEqual([]);
  });

  test('is erased also where another program made it, or it is damaged', async () => {
    const factory = new FaultyFactory();
    (await holdOpen(factory, 'harmattan-copy', 9)).close();
    await journalDatabase(factory).erase();
    expect(await factory.databases()).toEqual([]);
  });

  test('is written with strict durability, and holds no handle', async () => {
    const factory = new FaultyFactory();
    const copy = journalDatabase(factory);
    await copy.add('one\n');
    await copy.read();
    expect(factory.durabilities).toEqual(['strict']);
    for (const handle of factory.handles) expect(() => handle.transaction('lines')).toThrow(DOMException);
  });

  test('knows texts only', async () => {
    const factory = new FaultyFactory();
    const copy = journalDatabase(factory);
    await copy.add('one\n');
    await factory.tamper('harmattan-copy', (database) => {
      const transaction = database.transaction('lines', 'readwrite');
      transaction.objectStore('lines').add(7);
      return transaction;
    });
    await copy.add('two\n');
    expect(await copy.read()).toBe('one\ntwo\n');
  });

  test.each(['quota', 'lost'] as const)('says that it did not write: %s', async (fault) => {
    const factory = new FaultyFactory();
    const copy = journalDatabase(factory);
    await copy.add('one\n');
    factory.next(fault);
    await expect(copy.add('two\n')).rejects.toMatchObject({
      name: fault === 'quota' ? 'QuotaExceededError' : 'AbortError',
    });
    expect(await copy.read()).toBe('one\n');
  });

  test.each([new DOMException('The disk', 'NotReadableError'), null])(
    'says that it cannot be read: %s',
    async (error) => {
      const factory = new FaultyFactory();
      const copy = journalDatabase(factory);
      await copy.add('one\n');
      const getAll = IDBObjectStore.prototype.getAll;
      IDBObjectStore.prototype.getAll = () => {
        const request = Object.assign(new EventTarget(), { error });
        queueMicrotask(() => request.dispatchEvent(new Event('error')));
        return request as never;
      };
      await expect(copy.read()).rejects.toMatchObject({ name: error?.name ?? 'UnknownError' });
      IDBObjectStore.prototype.getAll = getAll;
      expect(await copy.read()).toBe('one\n');
    },
  );
});

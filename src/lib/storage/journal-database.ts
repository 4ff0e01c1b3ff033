import { deleteDatabase, openNamed } from './open.ts';
import { copyDatabaseName } from './schema.ts';
import type { SecondCopy } from './second-copy.ts';

/** The second copy as rows of a database of its own, for browsers without files. */
export function journalDatabase(factory: IDBFactory): SecondCopy {
  const open = (): Promise<IDBDatabase> =>
    openNamed(factory, copyDatabaseName, 1, (database) => {
      database.createObjectStore('lines', { autoIncrement: true });
      database.createObjectStore('aside', { autoIncrement: true });
    });

  /** Opens, works, and closes: a handle that is not held cannot die, nor hold up another tab. */
  async function write(work: (lines: IDBObjectStore, aside: IDBObjectStore) => void): Promise<void> {
    const database = await open();
    try {
      const transaction = database.transaction(['lines', 'aside'], 'readwrite', { durability: 'strict' });
      work(transaction.objectStore('lines'), transaction.objectStore('aside'));
      await new Promise<void>((resolve, reject) => {
        transaction.addEventListener('complete', () => resolve());
        transaction.addEventListener('abort', () =>
          reject(transaction.error ?? new DOMException('', 'AbortError')),
        );
      });
    } finally {
      database.close();
    }
  }

  async function read(): Promise<readonly string[]> {
    const database = await open();
    try {
      const request = database.transaction('lines').objectStore('lines').getAll();
      const rows = await new Promise<readonly unknown[]>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () =>
          reject(request.error ?? new DOMException('', 'UnknownError')),
        );
      });
      return rows.flatMap((row) => (typeof row === 'string' ? [row] : []));
    } finally {
      database.close();
    }
  }

  return {
    add: (lines) => write((store) => void store.add(lines)),
    read: async () => (await read()).join(''),
    tail: async (characters) => (await read()).join('').slice(-characters),
    replace: (lines) =>
      write((store, aside) => {
        const cursors = store.openCursor();
        cursors.addEventListener('success', () => {
          const cursor = cursors.result;
          if (!cursor) return void store.add(lines);
          aside.add(cursor.value);
          cursor.delete();
          cursor.continue();
        });
      }),
    erase: () => deleteDatabase(factory, copyDatabaseName),
    close: () => undefined,
  };
}

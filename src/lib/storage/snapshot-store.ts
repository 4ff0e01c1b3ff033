import type { Database } from './database.ts';

/** Under this key of the store `head`; older programs leave it alone. */
const key = 'snapshot';

/** The text of the snapshot; undefined where there is none. */
export const readSnapshot = (database: Database): Promise<string | undefined> =>
  database.run(async (handle) => {
    const text = await handle.get('head', key);
    return typeof text === 'string' ? text : undefined;
  });

/** Keeps the text of a snapshot in place of the one before; undefined removes it. */
export const keepSnapshot = (database: Database, text: string | undefined): Promise<void> =>
  database.write(['head'], async (transaction) => {
    const store = transaction.objectStore('head');
    await (text === undefined ? store.delete(key) : store.put(text, key));
  });

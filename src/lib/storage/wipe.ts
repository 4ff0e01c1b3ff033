import { noteKeys } from './notes.ts';
import type { Notes } from './notes.ts';
import type { Result } from '#core/result.ts';

import type { Copying } from './copying.ts';
import type { Database } from './database.ts';
import { forgetPacks } from './packs-cache.ts';
import { browserFactory, deleteDatabase } from './open.ts';
import { attempt } from './problem.ts';
import type { StorageProblem } from './problem.ts';
import { copyDatabaseName, databaseName, storeNames } from './schema.ts';
import { browserCopy } from './second-copy.ts';

/** Every key that the app keeps in localStorage, and every database of its own, starts so. */
const prefix = 'harmattan';

/** Deletes all that the app keeps about its learner. Needs no database that can be opened. */
export const eraseEverything = (
  factory: IDBFactory | undefined = browserFactory(),
): Promise<Result<void, StorageProblem>> =>
  attempt(async () => {
    clearKeys(globalThis.localStorage);
    await forgetPacks();
    if (!factory) return;
    const copy = await browserCopy(factory);
    await copy.erase();
    copy.close();
    await deleteDatabases(factory);
  });

interface Kept {
  readonly database: Database;
  readonly copying: Copying;
  readonly factory: IDBFactory;
  readonly notes: Notes;
}

/** The same while the storage is open. The second copy goes first: it must not bring anything back. */
export async function eraseAll({ database, copying, factory, notes }: Kept): Promise<void> {
  await copying.use((copy) => copy.erase());
  await clearStores(database).catch(() => undefined); // the deletion decides
  database.close();
  for (const key of Object.values(noteKeys)) notes.set(key, undefined);
  clearKeys(globalThis.localStorage);
  await forgetPacks();
  await deleteDatabases(factory);
}

/** Empties every store, for the case that another tab holds up the deletion. */
const clearStores = (database: Database): Promise<void> =>
  database.write(storeNames, async (transaction) => {
    await Promise.all(storeNames.map((name) => transaction.objectStore(name).clear()));
  });

/** Some browsers cannot list databases: then those with the usual names. */
async function deleteDatabases(factory: IDBFactory): Promise<void> {
  const listed = (await factory.databases?.()) ?? [];
  const names = listed.flatMap(({ name = '' }) => (name.startsWith(prefix) ? [name] : []));
  await Promise.all(
    [...new Set([databaseName, copyDatabaseName, ...names])].map((name) => deleteDatabase(factory, name)),
  );
}

/** In the notes of a tab there is only where its pages were scrolled to. */
function clearKeys(keys: globalThis.Storage | undefined): void {
  globalThis.sessionStorage?.clear();
  for (const key of Object.keys(keys ?? {})) {
    if (key.startsWith(prefix)) keys?.removeItem(key);
  }
}

import type { Result } from '#core/result.ts';

import type { Database } from './database.ts';
import { browserFactory, deleteDatabase } from './open.ts';
import { attempt } from './problem.ts';
import type { StorageProblem } from './problem.ts';
import { storeNames } from './schema.ts';

/** Every key that the app keeps in localStorage starts so. */
const keyPrefix = 'harmattan';

/** Deletes all that the app keeps about its learner. Needs no database that can be opened. */
export const eraseEverything = (
  factory: IDBFactory | undefined = browserFactory(),
): Promise<Result<void, StorageProblem>> =>
  attempt(async () => {
    clearKeys(globalThis.localStorage);
    if (factory) await deleteDatabase(factory);
  });

/** Empties every store, for the case that another tab holds up the deletion. */
export const clearStores = (database: Database): Promise<void> =>
  database.write(storeNames, async (transaction) => {
    await Promise.all(storeNames.map((name) => transaction.objectStore(name).clear()));
  });

function clearKeys(keys: globalThis.Storage | undefined): void {
  for (const key of Object.keys(keys ?? {})) {
    if (key.startsWith(keyPrefix)) keys?.removeItem(key);
  }
}

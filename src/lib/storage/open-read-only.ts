import { refused } from '#core/result.ts';
import type { Result } from '#core/result.ts';

import type { Copying } from './copying.ts';
import type { Database } from './database.ts';
import { openNews } from './news.ts';
import { browserNotes } from './notes.ts';
import { now as readClock } from './now.ts';
import { browserFactory, openExisting } from './open.ts';
import { attempt, StorageError, storageError } from './problem.ts';
import type { StorageProblem } from './problem.ts';
import { nameIn } from './sentinel.ts';
import { storageOver } from './storage.ts';
import type { DeviceStorage, Edge } from './storage.ts';

/**
 * The storage of a newer program, as far as this one understands it: what is there can be read, and everything that
 * would write is refused. It holds no handle, so that it never stands in a newer tab's way.
 */
export async function openReadOnly(
  edge: Partial<Omit<Edge, 'openCopy'>> = {},
): Promise<Result<DeviceStorage, StorageProblem>> {
  const { factory = browserFactory(), now = readClock, notes = browserNotes } = edge;
  if (!factory) return refused({ type: 'unavailable', reason: 'no IndexedDB' });
  const database = readOnly(factory, nameIn(notes));
  return attempt(async () => {
    await database.run((handle) => handle.count('events'));
    const news = openNews();
    const storage = storageOver({ database, news, copying: noCopying, factory, now, notes, short: false });
    return { ...storage, compare: async () => undefined, erase: refuse };
  });
}

/** Opens and closes the database for each piece of work. */
const readOnly = (factory: IDBFactory, name: string): Database => ({
  run: async (work) => {
    try {
      const handle = await openExisting(factory, name);
      if (!handle) return await refuse();
      return await work(handle).finally(() => handle.close());
    } catch (error) {
      throw storageError(error);
    }
  },
  write: refuse,
  close: () => undefined,
});

/** The second copy is the newer program's too. */
const noCopying: Copying = { add: async () => undefined, use: refuse, close: () => undefined };

async function refuse(): Promise<never> {
  throw new StorageError({ type: 'newer-schema' });
}

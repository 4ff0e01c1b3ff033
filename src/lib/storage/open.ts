import { wrap } from 'idb';

import { StorageError } from './problem.ts';
import { databaseName, databaseVersion, migrate } from './schema.ts';
import type { Handle } from './schema.ts';

/** Browsers have been seen to leave a request on a whole database unsettled for ever. */
const patienceMs = 3000;

/** The browser's database factory; undefined where it is switched off, which some browsers say by throwing. */
export function browserFactory(): IDBFactory | undefined {
  try {
    return globalThis.indexedDB;
  } catch {
    return undefined;
  }
}

/**
 * Opens the database. `ended` is called when the handle ends on its own: closed by the browser, or let go because
 * another tab wants to upgrade or erase (`superseded`).
 */
export function openHandle(
  factory: IDBFactory,
  ended: (superseded: boolean) => void,
  name: string = databaseName,
): Promise<Handle> {
  return openNamed(factory, name, databaseVersion, migrate).then((database) => {
    database.addEventListener('versionchange', () => {
      // Writes that have begun are still finished.
      database.close();
      ended(true);
    });
    database.addEventListener('close', () => ended(false));
    return asHandle(database);
  });
}

/** Opens any database, or says in time that it cannot. */
export function openNamed(
  factory: IDBFactory,
  name: string,
  version: number,
  upgrade: (database: IDBDatabase, oldVersion: number) => void,
): Promise<IDBDatabase> {
  return settle(
    () => {
      const request = factory.open(name, version);
      request.addEventListener('upgradeneeded', ({ oldVersion }) => upgrade(request.result, oldVersion));
      return request;
    },
    (database) => database.close(),
  );
}

/** Opens the database as it is, whatever its version; undefined when there is none. */
export function openExisting(factory: IDBFactory, name: string = databaseName): Promise<Handle | undefined> {
  let missing = false;
  return settle(
    () => {
      const request = factory.open(name);
      request.addEventListener('upgradeneeded', () => {
        missing = true;
        request.transaction?.abort();
      });
      return request;
    },
    (database) => database.close(),
  ).then(asHandle, (error: unknown) => {
    if (missing) return undefined;
    throw error;
  });
}

export async function deleteDatabase(factory: IDBFactory, name: string = databaseName): Promise<void> {
  await settle(() => factory.deleteDatabase(name));
}

/** The request's result, or a problem in time. A result that comes too late is given to `discard`. */
function settle<T>(start: () => IDBOpenDBRequest & IDBRequest<T>, discard?: (late: T) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = start();
    let blocked = false;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      reject(new StorageError({ type: blocked ? 'blocked' : 'timeout' }));
    }, patienceMs);
    request.addEventListener('blocked', () => (blocked = true));
    request.addEventListener('success', () => {
      clearTimeout(timer);
      if (late) discard?.(request.result);
      else resolve(request.result);
    });
    request.addEventListener('error', () => {
      clearTimeout(timer);
      reject(request.error);
    });
  });
}

function asHandle(database: IDBDatabase): Handle {
  const begin = database.transaction.bind(database);
  database.transaction = (...values: Parameters<typeof begin>) => {
    const transaction = begin(...values);
    // Who asks for its rows hears of a failure by them: its end alone need not be heard.
    wrap(transaction).done.catch(() => undefined);
    return transaction;
  };
  return wrap(database) as unknown as Handle; // `migrate` made it what the schema says
}

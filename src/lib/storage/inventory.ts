import { browserFactory } from './open.ts';

/** Everything that this origin keeps in this browser, as the browser itself lists it. */
export interface Inventory {
  /** Databases, with the rows in all of their stores. */
  readonly databases: readonly Counted[];
  /** Files of the origin, with their bytes. */
  readonly files: readonly Counted[];
  /** Short notes (localStorage, sessionStorage, cookies), with their characters. */
  readonly notes: readonly Counted[];
  /** Caches: the app's own pages and facts, the same for everybody; with their files. */
  readonly caches: readonly Counted[];
  /** Bytes of all of it, as the browser estimates them; undefined where it does not. */
  readonly usedBytes?: number;
}

export interface Counted {
  readonly name: string;
  readonly count: number;
}

export async function inventory(): Promise<Inventory> {
  const usedBytes = (await navigator.storage?.estimate?.())?.usage;
  return {
    databases: await databases(),
    files: await files(),
    notes: notes(),
    caches: await cached(),
    ...(usedBytes !== undefined && { usedBytes }),
  };
}

/** How much of it is about the learner; 0 proves that nothing is left. */
export const keptCount = ({ databases: rows, files: bytes, notes: texts }: Inventory): number =>
  [...rows, ...bytes, ...texts].reduce((sum, { count }) => sum + count, 0);

async function databases(): Promise<readonly Counted[]> {
  const factory = browserFactory();
  if (!factory) return [];
  const listed = (await factory.databases?.()) ?? [];
  const names = listed.flatMap(({ name }) => (name === undefined ? [] : [name]));
  return Promise.all(names.map(async (name) => ({ name, count: await rowsOf(factory, name) })));
}

/** The rows in all stores of a database of whatever version; one that cannot be opened counts as one row. */
function rowsOf(factory: IDBFactory, name: string): Promise<number> {
  return new Promise((resolve) => {
    const request = factory.open(name);
    request.addEventListener('error', () => resolve(1));
    request.addEventListener('success', () => {
      const database = request.result;
      const stores = [...database.objectStoreNames];
      const end = (rows: number): void => {
        database.close();
        resolve(rows);
      };
      if (stores.length === 0) return end(0);
      const transaction = database.transaction(stores);
      const counts = stores.map((store) => transaction.objectStore(store).count());
      transaction.addEventListener('complete', () =>
        end(counts.reduce((sum, { result }) => sum + result, 0)),
      );
      transaction.addEventListener('abort', () => end(1));
    });
  });
}

/** None where the browser has no such files or keeps them from a private window. */
async function files(): Promise<readonly Counted[]> {
  try {
    return await filesIn(await navigator.storage.getDirectory(), '');
  } catch {
    return [];
  }
}

async function filesIn(folder: FileSystemDirectoryHandle, path: string): Promise<readonly Counted[]> {
  const found: Counted[] = [];
  for await (const entry of folder.values()) {
    const name = `${path}${entry.name}`;
    if (entry instanceof FileSystemDirectoryHandle) found.push(...(await filesIn(entry, `${name}/`)));
    else if (entry instanceof FileSystemFileHandle) found.push({ name, count: (await entry.getFile()).size });
  }
  return found;
}

function notes(): readonly Counted[] {
  const texts = [globalThis.localStorage, globalThis.sessionStorage].flatMap((kept) =>
    Object.entries(kept ?? {}),
  );
  const cookies = document.cookie.split('; ').filter((cookie) => cookie !== '');
  return [...texts, ...cookies.map((cookie) => [cookie.replace(/=.*/s, ''), cookie] as const)].map(
    ([name, text]) => ({ name, count: String(text).length }),
  );
}

async function cached(): Promise<readonly Counted[]> {
  const names = (await globalThis.caches?.keys()) ?? [];
  return Promise.all(
    names.map(async (name) => ({ name, count: (await (await caches.open(name)).keys()).length })),
  );
}

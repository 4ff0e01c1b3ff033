import type { Row } from './review-log.ts';
import type { Handle, StoreName } from './schema.ts';

const rowsAtOnce = 2000;

/**
 * A store's rows in the order of their keys, some at a time, so that not all are held at once and others get their turn
 * in between. They come one by one where some do not come together: one bad block spoils a whole reading.
 */
export async function* rowsInParts(handle: Handle, name: StoreName): AsyncGenerator<readonly Row[]> {
  if (!handle.objectStoreNames.contains(name)) return;
  const keys: readonly IDBValidKey[] = await handle.getAllKeys(name);
  for (let start = 0; start < keys.length; start += rowsAtOnce)
    yield await rowsAt(handle, name, keys.slice(start, start + rowsAtOnce));
}

/** The same at once, for a store of few rows. */
export async function rowsIn(handle: Handle, name: StoreName): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const part of rowsInParts(handle, name)) rows.push(...part);
  return rows;
}

async function rowsAt(
  handle: Handle,
  name: StoreName,
  keys: readonly IDBValidKey[],
): Promise<readonly Row[]> {
  try {
    const rows = await handle.getAll(name, IDBKeyRange.bound(keys[0], keys.at(-1)));
    // Somebody may have added one between them meanwhile.
    if (rows.length === keys.length) return keys.map((key, index): Row => [key, rows[index]]);
  } catch {
    // Read below.
  }
  const rows: Row[] = [];
  for (const key of keys) rows.push([key, await rowAt(handle, name, key)]);
  return rows;
}

async function rowAt(handle: Handle, name: StoreName, key: IDBValidKey): Promise<unknown> {
  try {
    return await handle.get(name, key as IDBValidKey & string);
  } catch {
    return undefined; // told as `unreadable`
  }
}

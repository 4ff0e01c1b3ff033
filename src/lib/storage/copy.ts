import { inOrder } from '#core/log/order.ts';
import { damagedShape, writeBackup } from '#core/review/backup.ts';
import type { DamagedRow } from '#core/review/backup.ts';

import type { Moment } from './now.ts';
import { readRows } from './review-log.ts';
import type { Row } from './review-log.ts';
import type { Handle, StoreName } from './schema.ts';
import { openRow } from './sealed.ts';
import { sessionsOf } from './sessions.ts';
import { parseSettings } from './settings.ts';

/** The text of a backup file with everything that can be read, and with damaged rows as they are found. */
export async function copyOf(handle: Handle, { wallUtcMs }: Moment): Promise<string> {
  const settings = openRow((await rowsOf(handle, 'settings'))[0]?.[1]);
  const { events, carried, damaged } = readRows([
    ...(await rowsOf(handle, 'events')),
    ...(await rowsOf(handle, 'forks')),
  ]);
  return writeBackup({
    exportedUtcMs: wallUtcMs,
    events: inOrder([...events, ...carried]),
    damaged: [...damaged, ...(await asideIn(handle))],
    sessions: sessionsOf((await rowsOf(handle, 'sessions')).map(([, row]) => row)),
    ...(settings !== undefined && { settings: parseSettings(settings) }),
  });
}

/** Damaged rows that a sound copy has taken the place of. */
async function asideIn(handle: Handle): Promise<readonly DamagedRow[]> {
  const rows = await rowsOf(handle, 'aside');
  return rows.flatMap(([, row]) => damagedShape(openRow(row)) ?? []);
}

/** A store's rows, one by one where they do not come all at once: one bad block spoils a whole reading. */
async function rowsOf(handle: Handle, name: StoreName): Promise<readonly Row[]> {
  if (!handle.objectStoreNames.contains(name)) return [];
  const keys: readonly IDBValidKey[] = await handle.getAllKeys(name);
  try {
    const rows = await handle.getAll(name);
    return keys.map((key, index) => [key, rows[index]]);
  } catch {
    const rows: Row[] = [];
    for (const key of keys) rows.push([key, await rowAt(handle, name, key)]);
    return rows;
  }
}

async function rowAt(handle: Handle, name: StoreName, key: IDBValidKey): Promise<unknown> {
  try {
    return await handle.get(name, key as IDBValidKey & string);
  } catch {
    return undefined; // told as `unreadable`
  }
}

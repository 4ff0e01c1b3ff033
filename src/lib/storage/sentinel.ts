import { isRecord } from '#core/shape.ts';

import { headShape } from './device.ts';
import type { Head } from './device.ts';
import { noteKeys } from './notes.ts';
import type { Notes } from './notes.ts';
import { copyDatabaseName, databaseName } from './schema.ts';
import type { Handle } from './schema.ts';
import { openRow } from './sealed.ts';

/** Notes beside the database how far the log has come: an empty database with a note of answers is a loss, no first visit. */
export function noteHead(notes: Notes, head: Head): void {
  notes.set(noteKeys.sentinel, JSON.stringify({ v: 1, ...head }));
}

/** The head as it was noted last; undefined when there is none. */
export function notedHead(notes: Notes): Head | undefined {
  try {
    const raw: unknown = JSON.parse(notes.get(noteKeys.sentinel) ?? 'null');
    const head = isRecord(raw) && raw.v === 1 ? headShape(raw) : undefined;
    return head?.total === undefined ? undefined : { ...head, total: head.total };
  } catch {
    return undefined; // a damaged note proves nothing
  }
}

/**
 * Whether the database holds less than was noted, or something else. Notes may be lost with the database, and browsers
 * write them to the disk a while later: an empty database beside a second copy is short as well.
 */
export async function isShort(
  handle: Handle,
  noted: Head | undefined,
  factory: IDBFactory,
): Promise<boolean> {
  const transaction = handle.transaction(['events', 'head']);
  if (!noted) return (await transaction.objectStore('head').count()) === 0 && hasCopy(factory);
  const [row, last] = await Promise.all([
    transaction.objectStore('head').get('head'),
    transaction.objectStore('events').get([noted.deviceId, noted.seq]),
  ]);
  const head = headShape(openRow(row));
  if ((head?.total ?? 0) < noted.total) return true;
  return noted.seq > 0 && !(isRecord(last) && last.checksum === noted.hash);
}

async function hasCopy(factory: IDBFactory): Promise<boolean> {
  return (await hasCopyDatabase(factory)) || hasCopyFile();
}

async function hasCopyDatabase(factory: IDBFactory): Promise<boolean> {
  // Older browsers do not tell, and some fail to.
  const databases = await factory.databases?.().catch(() => []);
  return databases?.some(({ name }) => name === copyDatabaseName) ?? false;
}

async function hasCopyFile(): Promise<boolean> {
  try {
    await (await navigator.storage.getDirectory()).getDirectoryHandle(databaseName);
    return true;
  } catch {
    return false; // none, or no such files in this browser
  }
}

/** The database in use: another one than the first since the first could not be opened any more. */
export function nameIn(notes: Notes): string {
  const noted = notes.get(noteKeys.database) ?? '';
  return /^harmattan-\d{1,6}$/.test(noted) ? noted : databaseName;
}

/** The name for the next database, when the one in use is set aside. */
export function nextName(notes: Notes): string {
  const number = Number(/\d+$/.exec(nameIn(notes))?.[0] ?? 1);
  return `${databaseName}-${number + 1}`;
}

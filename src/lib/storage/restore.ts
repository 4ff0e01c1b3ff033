import type { Envelope } from '#core/log/envelope.ts';
import type { Backup, OnEntries } from '#core/review/backup.ts';

import { admissionStores, admitEntries } from './admit.ts';
import type { Database } from './database.ts';
import type { Head } from './device.ts';
import type { WriteTransaction } from './schema.ts';
import { parseSession, putSession } from './sessions.ts';
import { putSettings } from './settings-store.ts';
import { parseSettings } from './settings.ts';

/** What became of a backup's entries. */
export interface RestoreReport {
  readonly added: number;
  readonly known: number;
  /** What the backup itself told as damaged: it cannot be read, and is left out. */
  readonly rejected: number;
  /** Of the added: those of a copy of a device that went its own way. */
  readonly forks: number;
}

/** The same with what the rest of the storage goes on from. */
export interface Restored {
  readonly report: RestoreReport;
  readonly entries: readonly Envelope[];
  readonly head: Head;
}

export interface RestoreOptions {
  /** Its settings are taken only when asked for. */
  readonly takeSettings?: boolean;
  /** Hears how many entries are added. */
  readonly onPut?: OnEntries;
}

/** Adds what a verified backup has more than this device, all in one transaction. */
export function restoreBackup(
  database: Database,
  { events, sessions, settings, damaged }: Backup,
  { takeSettings = false, onPut }: RestoreOptions = {},
): Promise<Restored> {
  return database.write([...admissionStores, 'sessions', 'settings'], async (transaction) => {
    const { added, known, forks, head } = await admitEntries(transaction, events, onPut);
    await addSessions(transaction, sessions);
    if (takeSettings && settings !== undefined) await putSettings(transaction, parseSettings(settings));
    const report = { added: added.length, known, rejected: damaged.length, forks: forks.length };
    return { report, entries: added, head };
  });
}

/** Sessions that are not here yet. One that this version cannot read is left out: its answers are in the log. */
async function addSessions(transaction: WriteTransaction, sessions: readonly unknown[]): Promise<void> {
  const present = new Set(await transaction.objectStore('sessions').getAllKeys());
  const arriving = sessions.flatMap((session) => parseSession(session) ?? []);
  await Promise.all(
    arriving.filter(({ plan }) => !present.has(plan.id)).map((session) => putSession(transaction, session)),
  );
}

import type { Backup } from '#core/review/backup.ts';

import type { Database } from './database.ts';
import { admitEvents } from './review-log.ts';
import type { WriteTransaction } from './schema.ts';
import { parseSession, putSession } from './sessions.ts';
import { putSettings } from './settings-store.ts';
import { parseSettings } from './settings.ts';

/** What became of a backup's events. */
export interface RestoreReport {
  readonly added: number;
  readonly known: number;
  /** Events whose place is taken by something else; what was here stayed. */
  readonly rejected: number;
}

/** Adds what a verified backup has more than this device, all in one transaction. */
export function restoreBackup(
  database: Database,
  { events, sessions, settings }: Backup,
  { takeSettings = false }: { readonly takeSettings?: boolean } = {},
): Promise<RestoreReport> {
  return database.write(['events', 'head', 'sessions', 'settings'], async (transaction) => {
    const { added, known, rejected } = await admitEvents(transaction, events);
    await addSessions(transaction, sessions);
    if (takeSettings && settings !== undefined) await putSettings(transaction, parseSettings(settings));
    return { added: added.length, known, rejected: rejected.length };
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

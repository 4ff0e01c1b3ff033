import { journalLine } from '#core/log/journal-line.ts';
import { admit } from '#core/log/merge.ts';
import type { Backup } from '#core/review/backup.ts';

import { countAnswers } from './backup-file.ts';
import type { OnShare } from './backup-file.ts';
import type { Database } from './database.ts';
import type { Head } from './device.ts';
import { restoreBackup } from './restore.ts';
import type { RestoreReport } from './restore.ts';
import { readLog } from './review-log.ts';

/** What restoring a backup would do. */
export interface BackupPreview {
  readonly exportedUtcMs: number;
  readonly added: number;
  readonly known: number;
  /** How many answers the copy holds. */
  readonly answers: number;
}

/** Compares a verified backup with what is here. Changes nothing. */
export async function previewOf(database: Database, backup: Backup): Promise<BackupPreview> {
  const { events, carried } = await readLog(database);
  const { added, known } = admit([...events, ...carried], backup.events);
  const { exportedUtcMs } = backup;
  return { exportedUtcMs, added: added.length, known, answers: countAnswers(backup) };
}

/** What a restore came to, for the page whose database it was done to. */
export interface Taken {
  readonly report: RestoreReport;
  readonly head: Head;
  /** What was added, as lines for the second copy. */
  readonly lines: readonly string[];
}

/** Restores beside the page. */
export async function taken(
  database: Database,
  backup: Backup,
  takeSettings: boolean,
  onShare: OnShare,
): Promise<Taken> {
  const onPut = (done: number, of: number): void => onShare(done / of);
  const { report, head, entries } = await restoreBackup(database, backup, { takeSettings, onPut });
  return { report, head, lines: entries.map((event) => journalLine({ event })) };
}

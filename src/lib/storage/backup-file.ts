import { isoOfDay } from '#core/memory/day.ts';
import type { Day } from '#core/memory/day.ts';
import { backupLimitBytes, parseBackup } from '#core/review/backup.ts';
import type { Backup, BackupProblem } from '#core/review/backup.ts';
import { refused } from '#core/result.ts';
import type { Result } from '#core/result.ts';

/** Reads a chosen file; one that is too large is refused before it is read. */
export async function readBackupFile(file: Blob): Promise<Result<Backup, BackupProblem>> {
  if (file.size > backupLimitBytes) return refused({ type: 'too-large' });
  return parseBackup(await file.text());
}

export const backupFileName = (day: Day): string => `harmattan-${isoOfDay(day)}.json`;

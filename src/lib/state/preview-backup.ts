import type { ImportProblem } from '#core/guard/problem.ts';
import { admit } from '#core/log/merge.ts';
import { ok } from '#core/result.ts';
import type { Result } from '#core/result.ts';
import type { Backup, BackupProblem } from '#core/review/backup.ts';
import { importFile } from '#lib/import/import-file.ts';
import type { Storage } from '#lib/storage/storage.ts';

/** What restoring a backup file would do. */
export interface BackupPreview {
  readonly backup: Backup;
  readonly added: number;
  readonly known: number;
  /** How many answers the copy holds. */
  readonly answers: number;
}

/** Reads a backup file without taking anything over. */
export async function previewBackup(
  storage: Storage,
  file: File,
): Promise<Result<BackupPreview, BackupProblem | ImportProblem>> {
  const parsed = await importFile('backup', file);
  if (!parsed.ok) return parsed;
  const { events, carried } = await storage.log();
  const { added, known } = admit([...events, ...carried], parsed.value.events);
  return ok({ backup: parsed.value, added: added.length, known, answers: countAnswers(parsed.value) });
}

export const countAnswers = ({ events }: Backup): number =>
  events.filter(({ type }) => type === 'review').length;

import type { Result } from '#core/result.ts';
import { backupFileName } from '#lib/storage/backup-file.ts';
import { today } from '#lib/storage/now.ts';
import type { StorageProblem } from '#lib/storage/problem.ts';
import { rescueBackup } from '#lib/storage/rescue.ts';

/** A file with everything that can still be read from a storage that does not open. */
export async function rescue(): Promise<
  Result<{ readonly text: string; readonly name: string }, StorageProblem>
> {
  const saved = await rescueBackup();
  return saved.ok ? { ok: true, value: { text: saved.value, name: backupFileName(today()) } } : saved;
}

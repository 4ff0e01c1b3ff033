import { backupFileName, countAnswers, readBack } from '#lib/storage/backup-file.ts';
import type { OnShare, SavedCopy } from '#lib/storage/backup-file.ts';
import { today } from '#lib/storage/now.ts';
import type { Storage } from '#lib/storage/storage.ts';
import { copyInWorker } from './copy-worker.ts';

/** A copy of everything and its name. Beside the page, but for the log of a newer program, or where workers fail. */
export async function backupCopy(
  storage: Storage,
  readOnly: boolean,
  onShare: OnShare = () => undefined,
): Promise<SavedCopy & { readonly name: string }> {
  const name = backupFileName(today());
  const copy = readOnly ? undefined : await copyInWorker(onShare);
  return { name, ...(copy ?? (await onPage(storage))) };
}

async function onPage(storage: Storage): Promise<SavedCopy> {
  const text = await storage.backup();
  return { file: new Blob([text]), answers: countAnswers(readBack(text)) };
}

import { fileLimits } from '#core/guard/limits.ts';
import type { ImportProblem } from '#core/guard/problem.ts';
import { parseBackup } from '#core/review/backup.ts';
import type { Backup, BackupProblem } from '#core/review/backup.ts';
import { ok, refused } from '#core/result.ts';
import type { Result } from '#core/result.ts';
import { openFile } from '#lib/import/open-file.ts';
import { previewOf, taken } from '#lib/storage/arrival.ts';
import type { BackupPreview } from '#lib/storage/arrival.ts';
import { savedCopy } from '#lib/storage/backup-file.ts';
import type { OnShare } from '#lib/storage/backup-file.ts';
import { connect } from '#lib/storage/database.ts';
import type { Database } from '#lib/storage/database.ts';
import type { Moment } from '#lib/storage/now.ts';
import { attempt } from '#lib/storage/problem.ts';
import type { StorageProblem } from '#lib/storage/problem.ts';

/** What the page asks, of the database of a name. `take` is of the file that was looked at before. */
export type CopyRequest = { readonly name: string } & (
  | { readonly do: 'save'; readonly moment: Moment }
  | { readonly do: 'look'; readonly file: File }
  | { readonly do: 'take'; readonly takeSettings: boolean }
);

/** What became of a file that was looked at. */
export type Looked = Result<BackupPreview, BackupProblem | ImportProblem>;

/** How much is done, and in the end what came of it. */
export type CopyAnswer = { readonly share: number } | { readonly result: Result<unknown, StorageProblem> };

let database: Database | undefined;
let backup: Backup | undefined;

addEventListener('message', ({ data }: MessageEvent<CopyRequest>) => {
  const onShare = (share: number): void => postMessage({ share } satisfies CopyAnswer);
  // A bug is told to the page as this worker's error.
  attempt(() => done(data, onShare)).then(
    (result) => postMessage({ result } satisfies CopyAnswer),
    reportError,
  );
});

/** Long work on the whole log, beside the page: it stays free for the finger. */
async function done(request: CopyRequest, onShare: OnShare): Promise<unknown> {
  database ??= connect(indexedDB, superseded, request.name);
  switch (request.do) {
    case 'save':
      return savedCopy(database, request.moment, onShare);
    case 'look':
      return look(database, request.file, onShare);
    case 'take':
      if (!backup) throw new TypeError('Look at a file before it is taken');
      return taken(database, backup, request.takeSettings, onShare);
  }
}

/** Another tab upgrades or erases: nothing may be opened again. */
function superseded(): void {
  postMessage({ result: refused({ type: 'newer-schema' }) } satisfies CopyAnswer);
  close();
}

/** Lets the file in as far as the limits go, verifies all of it, and keeps it for `take`. */
async function look(here: Database, file: File, onShare: OnShare): Promise<Looked> {
  const read = (text: string): ReturnType<typeof parseBackup> =>
    parseBackup(text, (verified, of) => onShare(verified / of));
  const opened = await openFile<Backup, BackupProblem>({ takes: 'text', read }, file, file.name, fileLimits);
  if (!opened.ok) return opened;
  backup = opened.value;
  return ok(await previewOf(here, backup));
}

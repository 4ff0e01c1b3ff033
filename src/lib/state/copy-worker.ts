import { fileLimits } from '#core/guard/limits.ts';
import type { ImportProblem } from '#core/guard/problem.ts';
import type { BackupProblem } from '#core/review/backup.ts';
import { ok, refused } from '#core/result.ts';
import type { Result } from '#core/result.ts';
import { trustedScript } from '#lib/pwa/trusted.ts';
import type { BackupPreview, Taken } from '#lib/storage/arrival.ts';
import type { OnShare, SavedCopy } from '#lib/storage/backup-file.ts';
import { browserNotes } from '#lib/storage/notes.ts';
import { now } from '#lib/storage/now.ts';
import { StorageError } from '#lib/storage/problem.ts';
import type { StorageProblem } from '#lib/storage/problem.ts';
import { nameIn } from '#lib/storage/sentinel.ts';
import type { CopyAnswer, CopyRequest, Looked } from '#lib/worker/copy.worker.ts';
// oxlint-disable-next-line import/default -- Vite makes the address of the worker's file
import address from '#lib/worker/copy.worker.ts?worker&url';

type Ask = CopyRequest extends infer R ? (R extends unknown ? Omit<R, 'name'> : never) : never;

/** Why a worker gave no answer. */
type GivenUp = Extract<ImportProblem, { readonly type: 'given-up' }>;

/** A worker for one copy; it is asked for one thing after another. */
interface CopyWorker {
  /** With `patienceMs` it is given up after so long. */
  ask<T>(request: Ask, onShare: OnShare, patienceMs?: number): Promise<Result<T, StorageProblem | GivenUp>>;
  end(): void;
}

function startWorker(): CopyWorker {
  const worker = new Worker(trustedScript(address), { type: 'module' });
  let hear: (answer: CopyAnswer | undefined) => void = () => undefined;
  worker.addEventListener('message', ({ data }: MessageEvent<CopyAnswer>) => hear(data));
  for (const failure of ['error', 'messageerror']) worker.addEventListener(failure, () => hear(undefined));
  return {
    ask: (request, onShare, patienceMs) =>
      new Promise((resolve) => {
        const giveUp = (why: GivenUp['why']): void => resolve(refused({ type: 'given-up', why }));
        const timer = patienceMs === undefined ? undefined : setTimeout(() => giveUp('time'), patienceMs);
        hear = (answer) => {
          if (answer && 'share' in answer) return onShare(answer.share);
          clearTimeout(timer);
          if (answer) resolve(answer.result as never); // as `request` is answered
          else giveUp('crash');
        };
        worker.postMessage({ ...request, name: nameIn(browserNotes) });
      }),
    end: () => worker.terminate(),
  };
}

/** A copy of everything, made beside the page; undefined where there can be no worker. */
export async function copyInWorker(onShare: OnShare): Promise<SavedCopy | undefined> {
  const worker = startWorker();
  const saved = await worker.ask<SavedCopy>({ do: 'save', moment: now() }, onShare);
  worker.end();
  if (saved.ok) return saved.value;
  if (saved.problem.type === 'given-up') return undefined;
  throw new StorageError(saved.problem);
}

/** A backup file that was read and verified, and waits in a worker to be taken. */
export interface ArrivedCopy extends BackupPreview {
  take(takeSettings: Promise<boolean>, onShare: OnShare): Promise<Taken>;
  /** Lets it go, unless it is being taken. */
  drop(): void;
}

/** Why a file is refused. */
export type CopyProblem = BackupProblem | ImportProblem;

/** Reads a backup file beside the page, within the limits for all files from outside. */
export async function lookInWorker(file: File, onShare: OnShare): Promise<Result<ArrivedCopy, CopyProblem>> {
  if (file.size > fileLimits.fileBytes) return refused({ type: 'too-large', what: 'file' });
  const worker = startWorker();
  const looked = await worker.ask<Looked>({ do: 'look', file }, onShare, fileLimits.timeMs);
  const read = looked.ok ? looked.value : looked;
  if (read.ok) return ok({ ...read.value, ...waiting(worker) });
  worker.end();
  if (!looked.ok && looked.problem.type !== 'given-up') throw new StorageError(looked.problem);
  return read as Result<never, CopyProblem>;
}

/** A copy that a worker holds. */
function waiting(worker: CopyWorker): Pick<ArrivedCopy, 'take' | 'drop'> {
  let isTaking = false;
  return {
    take: async (takeSettings, onShare) => {
      isTaking = true;
      const taken = await worker.ask<Taken>({ do: 'take', takeSettings: await takeSettings }, onShare);
      worker.end();
      if (taken.ok) return taken.value;
      const { problem } = taken;
      throw new StorageError(
        problem.type === 'given-up' ? { type: 'unavailable', reason: 'the worker failed' } : problem,
      );
    },
    drop: () => void (isTaking || worker.end()),
  };
}

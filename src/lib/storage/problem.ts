import { ok, refused } from '#core/result.ts';
import type { Result } from '#core/result.ts';

/** Why the storage cannot do its work; a screen says it in the learner's words, with what to do next. */
export type StorageProblem =
  /** There is no IndexedDB here: private window, policy, or it does not answer any more. */
  | { readonly type: 'unavailable'; readonly reason: string }
  /** Opening did not settle. */
  | { readonly type: 'timeout' }
  /** Another tab with an older version holds the database: close it. */
  | { readonly type: 'blocked' }
  /** This tab is older than what is stored: reload. */
  | { readonly type: 'newer-schema' }
  /** The device is full; nothing of the action was saved. */
  | { readonly type: 'quota' }
  /** The browser cannot read what it stored. */
  | { readonly type: 'damaged'; readonly reason: string };

/** What every method of the storage rejects with. A class because it must travel through `await` with its stack. */
export class StorageError extends Error {
  readonly problem: StorageProblem;

  constructor(problem: StorageProblem, cause?: unknown) {
    super(`Storage failed: ${JSON.stringify(problem)}`, { cause });
    this.name = 'StorageError';
    this.problem = problem;
  }
}

/** The problem that an error stands for; undefined when it is a bug and no matter of storage. */
export function problemOf(error: unknown): StorageProblem | undefined {
  if (error instanceof StorageError) return error.problem;
  if (!(error instanceof DOMException)) return undefined;
  const reason = `${error.name}: ${error.message}`;
  switch (error.name) {
    case 'QuotaExceededError':
      return { type: 'quota' };
    case 'VersionError':
      return { type: 'newer-schema' };
    case 'UnknownError':
    case 'DataError':
    case 'NotFoundError':
    case 'NotReadableError':
    case 'ConstraintError':
      return { type: 'damaged', reason };
    default:
      return { type: 'unavailable', reason };
  }
}

/** The error to pass on: a problem of storage under its name, a bug as it is. */
export function storageError(error: unknown): unknown {
  const problem = problemOf(error);
  return problem && !(error instanceof StorageError) ? new StorageError(problem, error) : error;
}

/** What work gives, or the problem of storage that it failed with. A bug is passed on. */
export async function attempt<T>(work: () => Promise<T>): Promise<Result<T, StorageProblem>> {
  try {
    return ok(await work());
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    return refused(problem);
  }
}

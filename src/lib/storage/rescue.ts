import { ok, refused } from '#core/result.ts';
import type { Result } from '#core/result.ts';

import { copyOf } from './copy.ts';
import { now } from './now.ts';
import { browserFactory, openExisting } from './open.ts';
import { problemOf } from './problem.ts';
import type { StorageProblem } from './problem.ts';

/**
 * For the recovery screen: the text of a backup file with all that can still be read, also from a database of a newer
 * version. Changes nothing.
 */
export async function rescueBackup(
  factory: IDBFactory | undefined = browserFactory(),
): Promise<Result<string, StorageProblem>> {
  if (!factory) return refused({ type: 'unavailable', reason: 'no IndexedDB' });
  try {
    const handle = await openExisting(factory);
    if (!handle) return refused({ type: 'unavailable', reason: 'nothing is stored' });
    const copy = await copyOf(handle, now());
    handle.close();
    return ok(copy);
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    return refused(problem);
  }
}

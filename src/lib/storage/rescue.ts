import { refused } from '#core/result.ts';
import type { Result } from '#core/result.ts';

import { copyOf } from './copy.ts';
import { now } from './now.ts';
import { browserFactory, openExisting } from './open.ts';
import { attempt, StorageError } from './problem.ts';
import type { StorageProblem } from './problem.ts';

/**
 * For the recovery screen: the text of a backup file with all that can still be read, also from a database of a newer
 * version. Changes nothing.
 */
export async function rescueBackup(
  factory: IDBFactory | undefined = browserFactory(),
): Promise<Result<string, StorageProblem>> {
  if (!factory) return refused({ type: 'unavailable', reason: 'no IndexedDB' });
  return attempt(async () => {
    const handle = await openExisting(factory);
    if (!handle) throw new StorageError({ type: 'unavailable', reason: 'nothing is stored' });
    return copyOf(handle, now()).finally(() => handle.close());
  });
}

import { ok } from '#core/result.ts';
import type { Result } from '#core/result.ts';
import type { StorageProblem } from '#lib/storage/problem.ts';
import type { Recovery } from '#lib/storage/recover.ts';
import { openStorage } from '#lib/storage/storage.ts';
import type { DeviceStorage } from '#lib/storage/storage.ts';

/** A storage, and how it had to be opened. */
export interface OpenedLog {
  readonly storage: DeviceStorage;
  /** It is a newer program's: what is there can be read, and nothing is taken. */
  readonly readOnly: boolean;
  /** What came back when it was filled anew. */
  readonly recovery?: Recovery;
}

type Opening = Promise<Result<OpenedLog, StorageProblem>>;

/** Opens the storage as well as it can be: as its own, to be read only, or anew from the second copy. */
export async function openLog(): Opening {
  const opened = await openStorage();
  if (opened.ok) return ok({ storage: opened.value, readOnly: false });
  if (opened.problem.type === 'newer-schema') return openNewer();
  if (opened.problem.type !== 'damaged') return opened;
  const anew = await openLogAnew(false);
  return anew.ok ? anew : opened;
}

/** What a newer program has, as far as this one understands it. */
export async function openNewer(): Opening {
  const { openReadOnly } = await import('#lib/storage/open-read-only.ts');
  const opened = await openReadOnly();
  return opened.ok ? ok({ storage: opened.value, readOnly: true }) : opened;
}

/** Another database from the second copy; with `partly` also when that lacks some. */
export async function openLogAnew(partly: boolean): Opening {
  const { openAnew } = await import('#lib/storage/open-anew.ts');
  const anew = await openAnew({}, { partly });
  return anew.ok ? ok({ ...anew.value, readOnly: false }) : anew;
}

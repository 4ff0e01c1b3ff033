import { isoOfDay } from '#core/memory/day.ts';
import type { Day } from '#core/memory/day.ts';
import { parseBackup } from '#core/review/backup.ts';
import type { Backup } from '#core/review/backup.ts';

import { StorageError } from './problem.ts';

export const backupFileName = (day: Day): string => `harmattan-${isoOfDay(day)}.json`;

/** A copy is only handed out when it can be read back. */
export function readBack(text: string): Backup {
  const backup = parseBackup(text);
  if (!backup.ok) throw new StorageError({ type: 'damaged', reason: `a copy is ${backup.problem.type}` });
  return backup.value;
}

import { isoOfDay } from '#core/memory/day.ts';
import type { Day } from '#core/memory/day.ts';
import { parseBackup } from '#core/review/backup.ts';
import type { Backup, OnEntries } from '#core/review/backup.ts';

import { copyOf } from './copy.ts';
import type { Database } from './database.ts';
import type { Moment } from './now.ts';
import { StorageError } from './problem.ts';

export const backupFileName = (day: Day): string => `harmattan-${isoOfDay(day)}.json`;

/** A copy is only handed out when it can be read back. */
export function readBack(text: string, onEntries?: OnEntries): Backup {
  const backup = parseBackup(text, onEntries);
  if (!backup.ok) throw new StorageError({ type: 'damaged', reason: `a copy is ${backup.problem.type}` });
  return backup.value;
}

/** How much of some work is done, 0 to 1. */
export type OnShare = (share: number) => void;

/** A copy as a file, and how many answers it holds. */
export interface SavedCopy {
  readonly file: Blob;
  readonly answers: number;
}

/** Writes a copy of everything, half of the work, and reads it back, the other half. */
export async function savedCopy(database: Database, moment: Moment, onShare: OnShare): Promise<SavedCopy> {
  const half =
    (begun: number): OnEntries =>
    (done, of) =>
      onShare(begun + done / of / 2);
  const text = await database.run((handle) => copyOf(handle, moment, half(0)));
  const answers = countAnswers(readBack(text, half(0.5)));
  return { file: new Blob([text], { type: 'application/json' }), answers };
}

export const countAnswers = ({ events }: Pick<Backup, 'events'>): number =>
  events.filter(({ type }) => type === 'review').length;

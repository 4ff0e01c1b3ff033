import { refused } from '#core/result.ts';
import type { Result } from '#core/result.ts';
import { inOrder } from '#core/log/order.ts';
import { merged } from '#core/log/merge.ts';
import { parseBackup, writeBackup } from '#core/review/backup.ts';
import type { Backup } from '#core/review/backup.ts';

import { copyOf } from './copy.ts';
import { browserNotes } from './notes.ts';
import { now } from './now.ts';
import { browserFactory, openExisting } from './open.ts';
import { attempt, StorageError } from './problem.ts';
import type { StorageProblem } from './problem.ts';
import { journalOf } from './read-journal.ts';
import type { Journal } from './read-journal.ts';
import { browserCopy } from './second-copy.ts';
import type { SecondCopy } from './second-copy.ts';
import { sealRow } from './sealed.ts';
import { nameIn } from './sentinel.ts';
import { sessionsOf } from './sessions.ts';

/**
 * For the recovery screen: the text of a backup file with all that can still be read in the database, also in one of
 * a newer version, and in the second copy. Changes nothing, and takes no longer than opening is waited for.
 */
export async function rescueBackup(
  factory: IDBFactory | undefined = browserFactory(),
  openCopy?: () => Promise<SecondCopy>,
): Promise<Result<string, StorageProblem>> {
  if (!factory) return refused({ type: 'unavailable', reason: 'no IndexedDB' });
  const [kept, journal] = await Promise.all([
    attempt(() => copyOfDatabase(factory)),
    journalIn(openCopy ?? (() => browserCopy(factory))),
  ]);
  if (journal.events.length === 0) return kept;
  const backup = kept.ok ? parseBackup(kept.value) : undefined;
  return { ok: true, value: writeBackup(joined(backup?.ok ? backup.value : undefined, journal)) };
}

async function copyOfDatabase(factory: IDBFactory): Promise<string> {
  const handle = await openExisting(factory, nameIn(browserNotes));
  if (!handle) throw new StorageError({ type: 'unavailable', reason: 'nothing is stored' });
  return copyOf(handle, now()).finally(() => handle.close());
}

/** What the second copy holds; nothing where it cannot be read either. */
export async function journalIn(openCopy: () => Promise<SecondCopy>): Promise<Journal> {
  try {
    const copy = await openCopy();
    return journalOf(await copy.read().finally(() => copy.close()));
  } catch {
    return { events: [], sessions: [], damaged: 0 };
  }
}

function joined(backup: Backup | undefined, { events, sessions, settings }: Journal): Backup {
  const kept = backup ?? { exportedUtcMs: now().wallUtcMs, events: [], sessions: [], damaged: [] };
  const all = [...sessions.map(sealRow), ...kept.sessions.map(sealRow)];
  const known = new Map(sessionsOf(all).map((session) => [session.plan.id, session]));
  return {
    ...kept,
    events: inOrder(merged(kept.events, events).entries),
    sessions: [...known.values()],
    ...(settings !== undefined && kept.settings === undefined && { settings }),
  };
}

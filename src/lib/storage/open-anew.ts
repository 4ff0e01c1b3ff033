import { ok, refused } from '#core/result.ts';
import type { Result } from '#core/result.ts';

import { browserNotes, noteKeys } from './notes.ts';
import { browserFactory } from './open.ts';
import type { StorageProblem } from './problem.ts';
import type { Recovery } from './recover.ts';
import { journalIn } from './rescue.ts';
import { browserCopy } from './second-copy.ts';
import { nameIn, nextName, notedHead } from './sentinel.ts';
import { openStorage } from './storage.ts';
import type { DeviceStorage, Edge } from './storage.ts';

/**
 * For a database that cannot be opened any more: another one, filled from the second copy; the old one stays where it
 * is. Without `partly` only when the second copy is known to hold everything.
 */
export async function openAnew(
  edge: Partial<Edge> = {},
  { partly = false }: { readonly partly?: boolean } = {},
): Promise<Result<{ readonly storage: DeviceStorage; readonly recovery: Recovery }, StorageProblem>> {
  const { factory = browserFactory(), notes = browserNotes } = edge;
  if (!factory) return refused({ type: 'unavailable', reason: 'no IndexedDB' });
  const { events } = await journalIn(edge.openCopy ?? (() => browserCopy(factory)));
  const expected = partly ? 1 : Math.max(1, notedHead(notes)?.total ?? 1);
  if (events.length < expected) return refused({ type: 'damaged', reason: 'no whole second copy' });
  const before = nameIn(notes);
  notes.set(noteKeys.database, nextName(notes));
  const opened = await openStorage(edge);
  if (!opened.ok) {
    notes.set(noteKeys.database, before);
    return opened;
  }
  return ok({ storage: opened.value, recovery: await opened.value.recover() });
}

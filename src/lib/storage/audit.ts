import { entriesIn } from '#core/log/extent.ts';
import { parseSnapshot, snapshotOf, writeSnapshot } from '#core/review/snapshot.ts';
import type { Making } from '#core/review/snapshot.ts';

import type { Database } from './database.ts';
import { StorageError } from './problem.ts';
import { readRows } from './review-log.ts';
import type { LogReading, Row } from './review-log.ts';
import { keepSnapshot, readSnapshot } from './snapshot-store.ts';

/** What came of verifying the whole log. */
export interface Audit {
  /** Rows that are no entries any more. */
  readonly damaged: number;
  /** Whether there was a snapshot that said something else than the log: it has been replaced. */
  readonly misled: boolean;
}

/** Few, and with a rest in between: a browser serves a database's requests one by one, and the page has some too. */
const rowsAtOnce = 2000;
const restMs = 10;
/** A snapshot is made anew when the log has grown by so many entries. */
const grownBy = 200;

/**
 * Verifies every entry, and what the snapshot says by replaying the log; then keeps a newer snapshot, or none where the
 * log is damaged. Long work: beside the page.
 */
export async function auditLog(database: Database, making: Making): Promise<Audit> {
  const text = await readSnapshot(database);
  const { events, carried, damaged } = await readAll(database);
  const entries = [...events, ...carried];
  const kept = text === undefined ? undefined : parseSnapshot(text, making);
  const replayed = kept && snapshotOf(entries, events, making, kept.projection.last);
  const isTrue = replayed !== undefined && writeSnapshot(replayed) === text;
  const covered = kept ? entriesIn(kept.extent) : 0;
  if (damaged.length > 0) await keepSnapshot(database, undefined);
  else if (!isTrue || entries.length - covered >= grownBy) {
    const next = snapshotOf(entries, events, making);
    await keepSnapshot(database, next && writeSnapshot(next)).catch(ignoreStorage);
  }
  return { damaged: damaged.length, misled: kept !== undefined && !isTrue };
}

/** A log in parts, so that not all of its rows are held twice. */
async function readAll(database: Database): Promise<LogReading> {
  const parts: LogReading[] = [];
  for (const name of ['events', 'forks'] as const) {
    let range: IDBKeyRange | undefined;
    for (;;) {
      const rows = await rowsIn(database, name, range);
      parts.push(readRows(rows));
      const last = rows.at(-1);
      if (!last || rows.length < rowsAtOnce) break;
      range = IDBKeyRange.lowerBound(last[0], true);
      await new Promise((resolve) => setTimeout(resolve, restMs));
    }
  }
  return {
    events: parts.flatMap(({ events }) => events),
    carried: parts.flatMap(({ carried }) => carried),
    damaged: parts.flatMap(({ damaged }) => damaged),
  };
}

const rowsIn = (
  database: Database,
  name: 'events' | 'forks',
  range: IDBKeyRange | undefined,
): Promise<readonly Row[]> =>
  database.run(async (handle) => {
    const store = handle.transaction(name).objectStore(name);
    const [keys, rows]: [readonly IDBValidKey[], readonly unknown[]] = await Promise.all([
      store.getAllKeys(range, rowsAtOnce),
      store.getAll(range, rowsAtOnce),
    ]);
    return keys.map((key, index): Row => [key, rows[index]]);
  });

/** A full device, say: then the next start reads the whole log. */
function ignoreStorage(error: unknown): void {
  if (!(error instanceof StorageError)) throw error;
}

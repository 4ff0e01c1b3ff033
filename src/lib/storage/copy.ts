import type { Envelope } from '#core/log/envelope.ts';
import { inOrder } from '#core/log/order.ts';
import { readEnvelope } from '#core/log/parse-envelope.ts';
import { damagedShape, writeBackupOf } from '#core/review/backup.ts';
import type { DamagedRow, OnEntries } from '#core/review/backup.ts';

import type { Moment } from './now.ts';
import { damagedRow } from './review-log.ts';
import { rowsIn, rowsInParts } from './rows-in-parts.ts';
import type { Handle } from './schema.ts';
import { openRow } from './sealed.ts';
import { sessionsOf } from './sessions.ts';
import { parseSettings } from './settings.ts';

/** The text of a backup file with everything that can be read, and with damaged rows as they are found. */
export async function copyOf(handle: Handle, { wallUtcMs }: Moment, onEntries?: OnEntries): Promise<string> {
  const settings = openRow((await rowsIn(handle, 'settings'))[0]?.[1]);
  const { entries, damaged } = await entriesIn(handle, onEntries);
  const rest = {
    exportedUtcMs: wallUtcMs,
    damaged: [...damaged, ...(await asideIn(handle))],
    sessions: sessionsOf((await rowsIn(handle, 'sessions')).map(([, row]) => row)),
    ...(settings !== undefined && { settings: parseSettings(settings) }),
  };
  return writeBackupOf(
    rest,
    inOrder(entries).map(({ json }) => json),
  );
}

/** Where an entry stands in the order of the log, and what is written of it: the rest is let go. */
type Written = Pick<Envelope, 'hlc' | 'deviceId' | 'seq' | 'checksum'> & { readonly json: string };

interface Entries {
  readonly entries: readonly Written[];
  readonly damaged: readonly DamagedRow[];
}

async function entriesIn(handle: Handle, onEntries: OnEntries | undefined): Promise<Entries> {
  const entries: Written[] = [];
  const damaged: DamagedRow[] = [];
  const all = onEntries ? await handle.count('events') : 0;
  for (const name of ['events', 'forks'] as const) {
    for await (const rows of rowsInParts(handle, name)) {
      for (const [key, row] of rows) {
        const read = readEnvelope(row);
        if (read.ok) entries.push(writtenOf(read.value.entry, read.value.json));
        else damaged.push(damagedRow(key, row, read.problem.type));
      }
      onEntries?.(entries.length, Math.max(all, entries.length, 1));
    }
  }
  return { entries, damaged };
}

const writtenOf = ({ hlc, deviceId, seq, checksum }: Envelope, json: string): Written => ({
  hlc,
  deviceId,
  seq,
  checksum,
  json,
});

/** Damaged rows that a sound copy has taken the place of. */
async function asideIn(handle: Handle): Promise<readonly DamagedRow[]> {
  const rows = await rowsIn(handle, 'aside');
  return rows.flatMap(([, row]) => damagedShape(openRow(row)) ?? []);
}

import type { Envelope } from '#core/log/envelope.ts';
import { identityOf } from '#core/log/envelope.ts';
import { journalLine } from '#core/log/journal-line.ts';
import { admit } from '#core/log/merge.ts';

import { admissionStores, admitEntries } from './admit.ts';
import type { Copying, JournalRow } from './copying.ts';
import type { Database } from './database.ts';
import { headShape } from './device.ts';
import type { Head } from './device.ts';
import { journalOf } from './read-journal.ts';
import type { Journal } from './read-journal.ts';
import { readLog } from './review-log.ts';
import type { LogReading } from './review-log.ts';
import { isRecord } from '#core/shape.ts';
import type { SecondCopy } from './second-copy.ts';
import { openRow } from './sealed.ts';
import { parseSession, putSession, readSessions } from './sessions.ts';
import { putSettings } from './settings-store.ts';
import { parseSettings } from './settings.ts';

/** What a comparison of the two copies came to. */
export interface Recovery {
  /** Entries that came back from the second copy. */
  readonly restored: number;
  /** Of those: how many took the place of a damaged row, which was set aside. */
  readonly healed: number;
  /** Entries that are known to have been written and are in neither copy any more. */
  readonly missing: number;
  /** Entries that the second copy had not, and has now. */
  readonly copied: number;
  /** The head after it. */
  readonly head: Head;
}

const tailCharacters = 65_536;

/**
 * Whether the two copies agree as far as their ends and their counts tell, which is quick: the last entry of each is
 * in the other, and the database has as many rows as it should.
 */
export async function areAlike(database: Database, copying: Copying): Promise<boolean> {
  const { head, rows } = await database.run(async (handle) => {
    const transaction = handle.transaction(['events', 'forks', 'head']);
    const [row, events, forks] = await Promise.all([
      transaction.objectStore('head').get('head'),
      transaction.objectStore('events').count(),
      transaction.objectStore('forks').count(),
    ]);
    return { head: headShape(openRow(row)), rows: events + forks };
  });
  if (rows !== (head?.total ?? 0)) return false;
  if (rows === 0) return true;
  const tail = await copying.use((copy) => copy.tail(tailCharacters));
  const isWhole = tail.length < tailCharacters;
  // A longer tail begins in the middle of a line.
  const { events, damaged } = journalOf(isWhole ? tail : tail.slice(tail.indexOf('\n') + 1));
  const last = events.at(-1);
  if (!last || damaged > 0) return false;
  if (isWhole ? events.length !== rows : !isUnbroken(events, head)) return false;
  return database.run(async (handle) => {
    const row = await handle.get('events', [last.deviceId, last.seq]);
    return isRecord(row) && row.checksum === last.checksum;
  });
}

/** Whether the device's last entries are all there: so many as the tail surely holds. */
function isUnbroken(tail: readonly Envelope[], head: ReturnType<typeof headShape>): boolean {
  if (head?.hash === undefined) return true; // this device has written nothing yet
  const own = tail.filter(({ deviceId }) => deviceId === head.deviceId);
  const seqs = new Set(own.map(({ seq }) => seq));
  const wanted = Array.from({ length: Math.min(40, seqs.size) }, (_, back) => head.seq - back);
  return own.some(({ checksum }) => checksum === head.hash) && wanted.every((seq) => seqs.has(seq));
}

/** Makes both copies whole again from each other. What is damaged is set aside, never mended in place. */
export async function recover(
  database: Database,
  copying: Copying,
  noted: Head | undefined,
): Promise<Recovery> {
  const journal = await readCopy(copying);
  const log = await readLog(database);
  const here = [...log.events, ...log.carried];
  const lost = admit(here, journal.events).added;
  const { healed, head } = await takeBack(database, journal, lost);
  const copied = await copyOver(database, copying, journal, log);
  const known = here.length + lost.length;
  return { restored: lost.length, healed, missing: Math.max(0, (noted?.total ?? 0) - known), copied, head };
}

/** A second copy that cannot be read is as good as none. */
async function readCopy(copying: Copying): Promise<Journal> {
  try {
    return journalOf(await copying.use((copy) => copy.read()));
  } catch {
    return { events: [], sessions: [], damaged: 0 };
  }
}

/** One transaction for everything that the database lacks. */
async function takeBack(
  database: Database,
  { sessions, settings }: Journal,
  lost: readonly Envelope[],
): Promise<{ readonly healed: number; readonly head: Head }> {
  const stores = [...admissionStores, 'sessions', 'settings'] as const;
  return database.write(stores, async (transaction) => {
    const { healed, head } = await admitEntries(transaction, lost);
    const rows = await Promise.all(
      sessions.map(async (session) => transaction.objectStore('sessions').get(session.plan.id)),
    );
    for (const [index, session] of sessions.entries()) {
      if (!parseSession(openRow(rows[index]))) await putSession(transaction, session);
    }
    const kept = openRow(await transaction.objectStore('settings').get('settings'));
    if (settings && kept === undefined) await putSettings(transaction, parseSettings(settings));
    return { healed, head };
  });
}

const linesAtOnce = 2000;

/** Gives the second copy what it lacks; begins it anew where lines of it are damaged. */
async function copyOver(
  database: Database,
  copying: Copying,
  journal: Journal,
  { events, carried }: LogReading,
): Promise<number> {
  const known = new Set(journal.events.map(identityOf));
  const owed = [...events, ...carried].filter((entry) => !known.has(identityOf(entry)));
  const rows = (entries: readonly Envelope[]): readonly JournalRow[] => entries.map((event) => ({ event }));
  try {
    if (journal.damaged > 0) {
      const sessions = (await readSessions(database)).map((session) => ({ session }));
      const whole = [...rows(journal.events), ...rows(owed), ...sessions];
      await copying.use((copy) => copy.replace(whole.map((row) => journalLine(row)).join('')));
    } else await copying.use((copy) => addAll(copy, rows(owed)));
    return owed.length;
  } catch {
    return 0; // it stays behind, and is compared again at the next start
  }
}

async function addAll(copy: SecondCopy, rows: readonly JournalRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += linesAtOnce) {
    const lines = rows.slice(start, start + linesAtOnce).map((row) => journalLine(row));
    await copy.add(lines.join(''));
  }
}

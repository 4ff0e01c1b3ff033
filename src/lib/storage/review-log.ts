import type { DamagedRow } from '#core/review/backup.ts';
import { canonicalJson } from '#core/review/checksum.ts';
import { later } from '#core/review/clock.ts';
import type { EventBody, EventId, LogEvent } from '#core/review/event.ts';
import { admit, eventId, inOrder, sealEvent } from '#core/review/log.ts';
import type { Admission } from '#core/review/log.ts';
import { parseEvent } from '#core/review/parse-event.ts';

import type { Database } from './database.ts';
import { newHead, readHead, writeHead } from './device.ts';
import type { Head } from './device.ts';
import type { Moment } from './now.ts';
import type { WriteTransaction } from './schema.ts';

/** The log as the disk gave it: its events in order, and the rows that are no events any more. */
export interface LogReading {
  readonly events: readonly LogEvent[];
  readonly damaged: readonly DamagedRow[];
}

/** A stored row and its key; `row` is undefined where the browser could not read it. */
export type Row = readonly [key: IDBValidKey, row: unknown];

/** Verifies rows one by one. Damaged ones are told and stay where they are. */
export function readRows(rows: Iterable<Row>): LogReading {
  const events: LogEvent[] = [];
  const damaged: DamagedRow[] = [];
  for (const [key, row] of rows) {
    const event = parseEvent(row);
    if (event.ok) events.push(event.value);
    else {
      const problem = row === undefined ? 'unreadable' : event.problem.type;
      damaged.push({ key: JSON.stringify(key), problem, found: JSON.stringify(row) ?? '' });
    }
  }
  return { events: inOrder(events), damaged };
}

export function readLog(database: Database): Promise<LogReading> {
  return database.run(async (handle) => {
    const { store } = handle.transaction('events');
    const [keys, rows] = await Promise.all([store.getAllKeys(), store.getAll()]);
    return readRows(keys.map((key, index): Row => [key, rows[index]]));
  });
}

/** Adds one event. Its number and clock reading are given out in the transaction that keeps it, so no tab can take them too. */
export function appendEvent(database: Database, body: EventBody, moment: Moment): Promise<LogEvent> {
  let tried: LogEvent | undefined;
  return database.write(['events', 'head'], async (transaction) => {
    const events = transaction.objectStore('events');
    // A handle that died in the last step may have kept the event of an earlier try.
    if (tried && isSame(await events.get([tried.deviceId, tried.seq]), tried)) return tried;
    const head = await readHead(transaction);
    const event = nextEvent(head, body, moment);
    tried = event;
    await Promise.all([events.add(event), writeHead(transaction, headAfter(head, event))]);
    return event;
  });
}

export function nextEvent({ deviceId, seq, hlc }: Head, body: EventBody, moment: Moment): LogEvent {
  return sealEvent(body, { deviceId, seq: seq + 1, previousHlc: hlc, ...moment });
}

export const headAfter = ({ deviceId }: Head, { seq, hlc }: LogEvent): Head => ({ deviceId, seq, hlc });

/** Adds arriving events inside a transaction over `events` and `head`. */
export async function admitEvents(
  transaction: WriteTransaction,
  arriving: readonly LogEvent[],
): Promise<Admission> {
  const store = transaction.objectStore('events');
  const head = await readHead(transaction);
  const [keys, rows] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const present = new Map<EventId, unknown>(
    keys.map((key, index) => [eventId({ deviceId: key[0], seq: key[1] }), rows[index]]),
  );
  const admission = admit(present, arriving);
  await Promise.all([
    ...admission.added.map((event) => store.add(event)),
    writeHead(transaction, headAfterMerge(head, admission)),
  ]);
  return admission;
}

/**
 * The clock goes on after everything merged. Events under this device's own id that it does not have were written by
 * a copy of it, from before a restore: from here on it is another device.
 */
export function headAfterMerge(head: Head, { added, rejected }: Admission): Head {
  const hlc = added.reduce((last, event) => later(last, event.hlc), head.hlc);
  const hasTwin = [...added, ...rejected].some(({ deviceId }) => deviceId === head.deviceId);
  if (hasTwin) return newHead(hlc);
  return { ...head, ...(hlc !== undefined && { hlc }) };
}

const isSame = (row: unknown, event: LogEvent): boolean =>
  row !== undefined && canonicalJson(row) === canonicalJson(event);

import { canonicalJson } from '#core/log/checksum.ts';
import { later } from '#core/log/clock.ts';
import type { Envelope } from '#core/log/envelope.ts';
import type { Admission } from '#core/log/merge.ts';
import { inOrder } from '#core/log/order.ts';
import { parseEnvelope } from '#core/log/parse-envelope.ts';
import type { DamagedRow } from '#core/review/backup.ts';
import type { EventBody, LogEvent } from '#core/review/event.ts';
import { sealEvent } from '#core/review/log.ts';
import { eventOf } from '#core/review/parse-event.ts';

import type { Database } from './database.ts';
import { newHead, readHead, writeHead } from './device.ts';
import type { Head } from './device.ts';
import type { Moment } from './now.ts';

/** The log as the disk gave it. */
export interface LogReading {
  /** What this program understands, in order. */
  readonly events: readonly LogEvent[];
  /** Entries of types that it does not know: kept for a program that does. */
  readonly carried: readonly Envelope[];
  /** Rows that are no entries any more. */
  readonly damaged: readonly DamagedRow[];
}

/** A stored row and its key; `row` is undefined where the browser could not read it. */
export type Row = readonly [key: IDBValidKey, row: unknown];

/** Verifies rows one by one. Damaged ones are told and stay where they are. */
export function readRows(rows: Iterable<Row>): LogReading {
  const events: LogEvent[] = [];
  const carried: Envelope[] = [];
  const damaged: DamagedRow[] = [];
  for (const [key, row] of rows) {
    const entry = parseEnvelope(row);
    const event = entry.ok ? eventOf(entry.value) : undefined;
    if (event) events.push(event);
    else if (entry.ok) carried.push(entry.value);
    else damaged.push(damagedRow(key, row, entry.problem.type));
  }
  return { events: inOrder(events), carried: inOrder(carried), damaged };
}

export const damagedRow = (key: IDBValidKey, row: unknown, problem: DamagedRow['problem']): DamagedRow => ({
  key: JSON.stringify(key),
  problem: row === undefined ? 'unreadable' : problem,
  found: JSON.stringify(row) ?? '',
});

export function readLog(database: Database): Promise<LogReading> {
  return database.run(async (handle) => {
    const transaction = handle.transaction(['events', 'forks']);
    const [events, forks] = [transaction.objectStore('events'), transaction.objectStore('forks')];
    const [keys, rows, forkKeys, forkRows] = await Promise.all([
      events.getAllKeys(),
      events.getAll(),
      forks.getAllKeys(),
      forks.getAll(),
    ]);
    const all: readonly IDBValidKey[] = [...keys, ...forkKeys];
    const found = [...rows, ...forkRows];
    return readRows(all.map((key, index): Row => [key, found[index]]));
  });
}

/**
 * What became of bodies whose writing ended without a word. The browser may have kept them: asked again, they are looked
 * for before they are written.
 */
const tries = new WeakMap<EventBody, Written>();

/** Adds one event. Its number and clock reading are given out in the transaction that keeps it, so no tab can take them too. */
export async function appendEvent(database: Database, body: EventBody, moment: When): Promise<Written> {
  const written = await database.write(['events', 'forks', 'head'], async (transaction) => {
    const events = transaction.objectStore('events');
    const tried = tries.get(body);
    // A handle that died in the last step may have kept the event of an earlier try.
    if (tried && isSame(await events.get([tried.event.deviceId, tried.event.seq]), tried.event)) return tried;
    const before = await readHead(transaction);
    const event = nextEvent(before, body, moment);
    const next = { event, head: headAfter(before, event) };
    tries.set(body, next);
    await Promise.all([events.add(event), writeHead(transaction, next.head)]);
    return next;
  });
  tries.delete(body);
  return written;
}

/** An event that is on the disk, and the head after it. */
export interface Written {
  readonly event: LogEvent;
  readonly head: Head;
}

/** A moment, and the hour at which the learner's days begin. */
export interface When extends Moment {
  readonly rollOverHour?: number;
}

export function nextEvent({ deviceId, seq, hlc, hash }: Head, body: EventBody, moment: When): LogEvent {
  const chained = hash === undefined ? {} : { prev: hash };
  return sealEvent(body, { deviceId, seq: seq + 1, previousHlc: hlc, ...chained, ...moment });
}

export const headAfter = (
  { deviceId, total }: Head,
  { seq, hlc, checksum }: Pick<Envelope, 'seq' | 'hlc' | 'checksum'>,
): Head => ({
  deviceId,
  seq,
  total: total + 1,
  hlc,
  hash: checksum,
});

/**
 * The clock goes on after everything merged. Events under this device's own id that are new to it, but for holes in
 * its log, were written by a copy of it: from here on it is another device.
 */
export function headAfterMerge(head: Head, { added, forks }: Admission): Head {
  const hlc = added.reduce((last, entry) => later(last, entry.hlc), head.hlc);
  const total = head.total + added.length;
  const isOwn = ({ deviceId }: Envelope): boolean => deviceId === head.deviceId;
  if (forks.some(isOwn) || added.some((entry) => isOwn(entry) && entry.seq > head.seq))
    return newHead(hlc, total);
  return { ...head, total, ...(hlc !== undefined && { hlc }) };
}

const isSame = (row: unknown, event: LogEvent): boolean =>
  row !== undefined && canonicalJson(row) === canonicalJson(event);

import { later } from '#core/log/clock.ts';
import type { DeviceId } from '#core/log/envelope.ts';
import { parseEnvelope } from '#core/log/parse-envelope.ts';
import { isRecord, record, text, whole } from '#core/shape.ts';

import { newDeviceId } from './random.ts';
import type { Handle, WriteTransaction } from './schema.ts';
import { openRow, sealRow } from './sealed.ts';

/** Who writes here, and the last number and clock reading given out. */
export interface Head {
  readonly deviceId: DeviceId;
  /** 0 before the first event. */
  readonly seq: number;
  /** How many entries the log has, of all devices. */
  readonly total: number;
  /** The latest clock reading in the log, own or merged; absent in an empty log. */
  readonly hlc?: string;
  /** The checksum of this device's last entry; absent before its first. */
  readonly hash?: string;
}

/** The head; a new device where there is none, it is damaged, or its next number is already taken. */
export async function readHead(transaction: WriteTransaction): Promise<Head> {
  const head = headShape(openRow(await transaction.objectStore('head').get('head')));
  const events = transaction.objectStore('events');
  if (!head || (await events.getKey([head.deviceId, head.seq + 1])) !== undefined)
    return foundHead(transaction);
  return head.total === undefined ? completed(transaction, head) : { ...head, total: head.total };
}

/** How many entries the log has, by its head; counted where that does not say. */
export async function totalOf(handle: Handle): Promise<number> {
  const total = headShape(openRow(await handle.get('head', 'head')))?.total;
  return total ?? (await handle.count('events')) + (await handle.count('forks'));
}

/** The head as version 1 of the database kept it, without what has been added since. */
async function completed(transaction: WriteTransaction, head: Omit<Head, 'total'>): Promise<Head> {
  const events = transaction.objectStore('events');
  const last = await events.get([head.deviceId, head.seq]);
  const hash = isRecord(last) && typeof last.checksum === 'string' ? { hash: last.checksum } : {};
  return { ...head, ...hash, total: await events.count() };
}

/** A new head, from the rows themselves. */
async function foundHead(transaction: WriteTransaction): Promise<Head> {
  const [events, forks] = await Promise.all([
    transaction.objectStore('events').getAll(),
    transaction.objectStore('forks').getAll(),
  ]);
  return newHead(lastReading([...events, ...forks]), events.length + forks.length);
}

export async function writeHead(transaction: WriteTransaction, head: Head): Promise<void> {
  await transaction.objectStore('head').put(sealRow(head), 'head');
}

/** Nobody has written under this id before, so no number can be given out twice. */
export const newHead = (hlc: string | undefined, total: number): Head => ({
  deviceId: newDeviceId(),
  seq: 0,
  total,
  ...(hlc !== undefined && { hlc }),
});

function lastReading(rows: readonly unknown[]): string | undefined {
  const entries = rows.map((row) => parseEnvelope(row));
  return entries.reduce<string | undefined>(
    (last, entry) => (entry.ok ? later(last, entry.value.hlc) : last),
    undefined,
  );
}

export const headShape = record<Pick<Head, 'deviceId' | 'seq'>, Required<Omit<Head, 'deviceId' | 'seq'>>>(
  { deviceId: text<DeviceId>(), seq: whole(0) },
  { hlc: text(), hash: text(), total: whole(0) },
);

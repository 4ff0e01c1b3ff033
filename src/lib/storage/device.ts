import { later } from '#core/review/clock.ts';
import type { DeviceId } from '#core/review/event.ts';
import { parseEvent } from '#core/review/parse-event.ts';
import { record, text, whole } from '#core/shape.ts';

import { newDeviceId } from './random.ts';
import type { WriteTransaction } from './schema.ts';
import { openRow, sealRow } from './sealed.ts';

/** Who writes here, and the last number and clock reading given out. */
export interface Head {
  readonly deviceId: DeviceId;
  /** 0 before the first event. */
  readonly seq: number;
  /** The latest clock reading in the log, own or merged; absent in an empty log. */
  readonly hlc?: string;
}

/** The head; a new device where there is none, it is damaged, or its next number is already taken. */
export async function readHead(transaction: WriteTransaction): Promise<Head> {
  const head = headShape(openRow(await transaction.objectStore('head').get('head')));
  const events = transaction.objectStore('events');
  if (head && (await events.getKey([head.deviceId, head.seq + 1])) === undefined) return head;
  return newHead(lastReading(await events.getAll()));
}

export async function writeHead(transaction: WriteTransaction, head: Head): Promise<void> {
  await transaction.objectStore('head').put(sealRow(head), 'head');
}

/** Nobody has written under this id before, so no number can be given out twice. */
export const newHead = (hlc: string | undefined): Head => ({
  deviceId: newDeviceId(),
  seq: 0,
  ...(hlc !== undefined && { hlc }),
});

function lastReading(rows: readonly unknown[]): string | undefined {
  const events = rows.map((row) => parseEvent(row));
  return events.reduce<string | undefined>(
    (last, event) => (event.ok ? later(last, event.value.hlc) : last),
    undefined,
  );
}

const headShape = record<Pick<Head, 'deviceId' | 'seq'>, Required<Pick<Head, 'hlc'>>>(
  { deviceId: text<DeviceId>(), seq: whole(0) },
  { hlc: text() },
);

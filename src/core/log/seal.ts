import { dayOf } from '../memory/day.ts';
import { canonicalJson } from './checksum.ts';
import { tick } from './clock.ts';
import type { DeviceId, Envelope } from './envelope.ts';
import { sha256 } from './sha256.ts';

/** Who writes an entry, after what, and when. */
export interface Seal {
  readonly deviceId: DeviceId;
  readonly seq: number;
  /** The latest clock reading that the device has seen, its own or a merged one. */
  readonly previousHlc: string | undefined;
  /** The checksum of the device's entry before; none before its first. */
  readonly prev?: string;
  readonly wallUtcMs: number;
  readonly tzOffsetMin: number;
  readonly tz: string;
  /** The hour at which the learner's day begins (4). */
  readonly rollOverHour?: number;
}

/** A new entry, ready to be kept for ever. Whatever the clock says, it is taken. */
export function sealed(
  type: string,
  payload: unknown,
  { previousHlc, rollOverHour, prev = '', ...stamp }: Seal,
): Envelope {
  const wallUtcMs = within(stamp.wallUtcMs, lastInstantMs);
  const tzOffsetMin = within(stamp.tzOffsetMin, dayMinutes);
  const dayKey = dayOf(wallUtcMs, tzOffsetMin, rollOverHour);
  const hlc = tick(previousHlc, wallUtcMs);
  const fields = { ...stamp, v: 2 as const, prev, hlc, wallUtcMs, tzOffsetMin, dayKey, type, payload };
  return { ...fields, checksum: hashOf(fields) };
}

/** The checksum of a version 2 entry without it. */
export const hashOf = (fields: unknown): string => hashOfJson(canonicalJson(fields));

/** The same of their canonical JSON. */
export const hashOfJson = (json: string): string => sha256(json, 4);

const lastInstantMs = 8.64e15;
const dayMinutes = 1440;

const within = (value: number, most: number): number =>
  Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), -most), most) : 0;

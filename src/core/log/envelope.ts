import type { Day } from '../memory/day.ts';

export type DeviceId = string & { readonly brand: 'DeviceId' };
/** `deviceId:seq`, since version 2 with the first 8 digits of the checksum: unique over all devices and their copies. */
export type EventId = string & { readonly brand: 'EventId' };

/**
 * One entry of the append-only log, whatever it tells: what `type` and `payload` mean is for those who write that type.
 * A type that this program does not know is kept and carried like any other. Do not change a field without a new `v`
 * and a reader for the old one.
 */
export interface Envelope {
  /** 1 has no `prev`, and a CRC-32 of 8 hex digits as its checksum. */
  readonly v: 1 | 2;
  readonly deviceId: DeviceId;
  /** 1, 2, 3 ... without holes on each device. */
  readonly seq: number;
  /** The checksum of this device's entry before, "" for its first: each entry vouches for all before it. */
  readonly prev?: string;
  /** Hybrid logical clock `millis-counter`, zero-padded: sorts entries of all devices, never runs backwards. */
  readonly hlc: string;
  /** What the clock on the wall said, right or wrong. */
  readonly wallUtcMs: number;
  /** Minutes that local time was ahead of UTC. */
  readonly tzOffsetMin: number;
  /** IANA name of the zone, or "". */
  readonly tz: string;
  /** The learner's local day, frozen when written: a later change of zone or of the roll-over hour does not move it. */
  readonly dayKey: Day;
  readonly type: string;
  readonly payload: unknown;
  /** The first 128 bits of the SHA-256 of the canonical JSON of all other fields, 32 hex digits. */
  readonly checksum: string;
}

/** What tells two entries apart. Two copies of a device may have given out one number twice: the checksum decides. */
export type Identity = Pick<Envelope, 'deviceId' | 'seq' | 'checksum'>;

export const identityOf = ({ deviceId, seq, checksum }: Identity): string => `${deviceId}:${seq}:${checksum}`;

/** The name by which other entries refer to this one. */
export const eventId = ({ v, deviceId, seq, checksum }: Identity & Pick<Envelope, 'v'>): EventId =>
  (v === 1 ? placeOf({ deviceId, seq }) : `${deviceId}:${seq}:${checksum.slice(0, 8)}`) as EventId;

/** Where an entry stands in its device's log; copies of a device have different entries in one place. */
export const placeOf = ({ deviceId, seq }: Pick<Envelope, 'deviceId' | 'seq'>): EventId =>
  `${deviceId}:${seq}` as EventId;

/** The device and number in the name of an entry. */
export function placeIn(id: EventId): Pick<Envelope, 'deviceId' | 'seq'> {
  const [deviceId = '', seq] = id.split(':');
  return { deviceId: deviceId as DeviceId, seq: Number(seq) };
}

import type { DeviceId, Envelope } from './envelope.ts';

/** What the chain of one device tells. */
export interface Chain {
  readonly deviceId: DeviceId;
  readonly entries: number;
  /** The highest number. */
  readonly last: number;
  /** Numbers that are not there although later ones are. */
  readonly missing: readonly number[];
  /** Numbers that were given out more than once, by copies of the device. */
  readonly forked: readonly number[];
  /** Numbers whose entry names one before it that is not there in that form. */
  readonly unlinked: readonly number[];
}

/** Every device's chain. Entries are verified by themselves already; this finds what is missing among them. */
export function chainsOf(entries: Iterable<Envelope>): readonly Chain[] {
  const devices = new Map<DeviceId, Map<number, Envelope[]>>();
  for (const entry of entries) {
    const numbers = devices.get(entry.deviceId) ?? new Map<number, Envelope[]>();
    numbers.set(entry.seq, [...(numbers.get(entry.seq) ?? []), entry]);
    devices.set(entry.deviceId, numbers);
  }
  return [...devices].map(([deviceId, numbers]) => chainOf(deviceId, numbers));
}

function chainOf(deviceId: DeviceId, numbers: ReadonlyMap<number, readonly Envelope[]>): Chain {
  const seqs = [...numbers.keys()].sort((a, b) => a - b);
  const last = seqs.reduce((most, seq) => Math.max(most, seq), 0);
  const at = (seq: number): readonly Envelope[] => numbers.get(seq) ?? [];
  const isUnlinked = ({ v, prev, seq }: Envelope): boolean =>
    v === 2 && !(seq === 1 ? prev === '' : at(seq - 1).some(({ checksum }) => checksum === prev));
  return {
    deviceId,
    entries: seqs.reduce((sum, seq) => sum + at(seq).length, 0),
    last,
    missing: missingIn(seqs),
    forked: seqs.filter((seq) => at(seq).length > 1),
    unlinked: seqs.filter((seq) => at(seq).some(isUnlinked)),
  };
}

/** The holes in ascending numbers that should start at 1. */
function missingIn(seqs: readonly number[]): readonly number[] {
  let next = 1;
  const missing: number[] = [];
  for (const seq of seqs) {
    for (; next < seq && missing.length < mostMissing; next += 1) missing.push(next);
    next = seq + 1;
  }
  return missing;
}

/** A number may be damaged or made up: nobody lists a billion holes. */
const mostMissing = 1000;

import type { DeviceId, Envelope } from './envelope.ts';
import { placeOf } from './envelope.ts';

/** The first entries of one device. */
export interface DeviceExtent {
  readonly deviceId: DeviceId;
  /** The highest number among them. */
  readonly seq: number;
  /** The checksum of that one, which vouches for those before it. */
  readonly hash: string;
  /** How many there are, one for each place. */
  readonly entries: number;
}

/** Which entries of a log something was made from: a log that has grown since still holds exactly them. */
export interface Extent {
  /** Sorted by device. */
  readonly devices: readonly DeviceExtent[];
  /** Entries whose place another entry holds. */
  readonly forks: number;
}

/** How many entries that are. */
export const entriesIn = ({ devices, forks }: Extent): number =>
  devices.reduce((sum, { entries }) => sum + entries, forks);

interface Head {
  last: Envelope;
  readonly numbers: Set<number>;
}

/** The extent of some entries of a log, where they are the first of each device; undefined where they are not. */
export function extentOf(covered: readonly Envelope[], rest: readonly Envelope[]): Extent | undefined {
  const heads = new Map<DeviceId, Head>();
  for (const entry of covered) {
    const head = heads.get(entry.deviceId) ?? { last: entry, numbers: new Set() };
    if (entry.seq > head.last.seq) head.last = entry;
    head.numbers.add(entry.seq);
    heads.set(entry.deviceId, head);
  }
  const headPlaces = new Set([...heads.values()].map(({ last }) => placeOf(last)));
  const atHeads = covered.filter((entry) => headPlaces.has(placeOf(entry)));
  if (atHeads.length > heads.size) return undefined; // which of them the log names by its place is chance
  if (rest.some(({ deviceId, seq }) => seq <= (heads.get(deviceId)?.last.seq ?? 0))) return undefined;
  const devices = [...heads].map(([deviceId, { last, numbers }]) => ({
    deviceId,
    seq: last.seq,
    hash: last.checksum,
    entries: numbers.size,
  }));
  const forks = devices.reduce((left, { entries }) => left - entries, covered.length);
  return { devices: devices.sort((a, b) => (a.deviceId < b.deviceId ? -1 : 1)), forks };
}

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

/** The extent of some entries of a log, where they are the first of each device; undefined where they are not. */
export function extentOf(covered: readonly Envelope[], rest: readonly Envelope[]): Extent | undefined {
  const heads = new Map<DeviceId, Envelope>();
  const places = new Map<DeviceId, Set<number>>();
  for (const entry of covered) {
    const { deviceId, seq } = entry;
    if (seq > (heads.get(deviceId)?.seq ?? 0)) heads.set(deviceId, entry);
    places.set(deviceId, (places.get(deviceId) ?? new Set()).add(seq));
  }
  const headPlaces = new Set([...heads.values()].map(placeOf));
  const atHeads = covered.filter((entry) => headPlaces.has(placeOf(entry)));
  if (atHeads.length > heads.size) return undefined; // which of them the log names by its place is chance
  if (rest.some(({ deviceId, seq }) => seq <= (heads.get(deviceId)?.seq ?? 0))) return undefined;
  const devices = [...heads].map(([deviceId, { seq, checksum: hash }]) => {
    const entries = places.get(deviceId)?.size ?? 0;
    return { deviceId, seq, hash, entries };
  });
  const forks = devices.reduce((left, { entries }) => left - entries, covered.length);
  return { devices: devices.sort((a, b) => (a.deviceId < b.deviceId ? -1 : 1)), forks };
}

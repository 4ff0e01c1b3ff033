import { crc32, hex8 } from '../log/checksum.ts';
import { extentOf } from '../log/extent.ts';
import type { Extent } from '../log/extent.ts';
import { byOrder, inOrder } from '../log/order.ts';
import type { Envelope } from '../log/envelope.ts';
import type { Weights } from '../memory/fsrs.ts';
import type { LogEvent } from './event.ts';
import { projectionAfter } from './projection.ts';
import type { Projection } from './projection.ts';

/** What a projection was made with: where any of it is another, the projection is another too. */
export interface Making {
  /** Names the rules by which a log is read: releases that read it otherwise have another one. */
  readonly derivation: string;
  readonly weights: Weights;
}

/** A projection with what it was made of and with: kept beside the log, and never the only copy of anything. */
export interface Snapshot {
  readonly making: Making;
  readonly extent: Extent;
  readonly projection: Projection;
}

/** So many of the latest entries are left out of a snapshot, so that what is taken back is not in it. */
export const tailEntries = 64;

/**
 * A snapshot of a log but for its latest entries, or up to the place of an earlier one. Give all entries and, of
 * these, the events that this program understands. Undefined where those are not the first of each device.
 */
export function snapshotOf(
  entries: readonly Envelope[],
  events: readonly LogEvent[],
  making: Making,
  upTo: Projection['last'] = inOrder(entries).at(-1 - tailEntries),
): Snapshot | undefined {
  if (!upTo) return undefined;
  const isCovered = (entry: Envelope | LogEvent): boolean => byOrder(entry, upTo) <= 0;
  const extent = extentOf(
    entries.filter(isCovered),
    entries.filter((entry) => !isCovered(entry)),
  );
  const projection = projectionAfter(events.filter(isCovered), making.weights);
  return extent && projection && { making, extent, projection };
}

/** Raise it when the text of a snapshot changes. */
const version = 2;

/** The text of a snapshot: `checksum JSON`. */
export function writeSnapshot({ making, extent, projection }: Snapshot): string {
  const { standing, habits, missed, devices, awaited, ...rest } = projection;
  const plain: Plain = {
    ...rest,
    standing: { ...standing, memories: [...standing.memories], times: [...standing.times] },
    habits: { ...habits, met: [...habits.met], studied: [...habits.studied] },
    missed: [...missed],
    devices: [...devices],
    awaited: [...awaited],
  };
  const json = JSON.stringify({ v: version, making, extent, projection: plain } satisfies Written);
  return `${hex8(crc32(json))} ${json}`;
}

/** Reads a snapshot; undefined where it is damaged or was made otherwise: by other rules, or with other weights. */
export function parseSnapshot(text: string, { derivation, weights }: Making): Snapshot | undefined {
  const json = text.slice(9);
  if (text.slice(0, 9) !== `${hex8(crc32(json))} `) return undefined;
  // Written by these very rules, as the checksum and their name say: so it has this shape.
  const { v, making, extent, projection } = JSON.parse(json) as Written;
  const isSame =
    v === version && making.derivation === derivation && String(making.weights) === String(weights);
  return isSame ? { making, extent, projection: opened(projection) } : undefined;
}

/** A type with some of its maps and sets as lists, as JSON can say them. */
type Listed<T, Keys extends keyof T> = Omit<T, Keys> & {
  readonly [key in Keys]: T[key] extends ReadonlyMap<infer K, infer V>
    ? readonly (readonly [K, V])[]
    : T[key] extends ReadonlySet<infer V>
      ? readonly V[]
      : never;
};

type Plain = Listed<Omit<Projection, 'standing' | 'habits'>, 'missed' | 'devices' | 'awaited'> & {
  readonly standing: Listed<Projection['standing'], 'memories' | 'times'>;
  readonly habits: Listed<Projection['habits'], 'met' | 'studied'>;
};

interface Written extends Omit<Snapshot, 'projection'> {
  readonly v: number;
  readonly projection: Plain;
}

const opened = ({ standing, habits, ...rest }: Plain): Projection => ({
  ...rest,
  standing: { ...standing, memories: new Map(standing.memories), times: new Map(standing.times) },
  habits: { ...habits, met: new Set(habits.met), studied: new Set(habits.studied) },
  missed: new Set(rest.missed),
  devices: new Map(rest.devices),
  awaited: new Set(rest.awaited),
});

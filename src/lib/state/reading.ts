// What reads a log, a chunk of its own: nothing follows from one that is empty.
import { identityOf } from '#core/log/envelope.ts';
import { byOrder, inOrder } from '#core/log/order.ts';
import type { LogEvent } from '#core/review/event.ts';
import { activeReviews } from '#core/review/log.ts';
import type { ReviewEvent } from '#core/review/log.ts';
import { nothingDone, projectionAfter } from '#core/review/projection.ts';
import type { Projection } from '#core/review/projection.ts';
import { parseSnapshot, tailEntries } from '#core/review/snapshot.ts';
import type { Making } from '#core/review/snapshot.ts';
import type { Storage } from '#lib/storage/storage.ts';

export { activeBans } from '#core/review/bans.ts';
export { shelfOf } from '#core/review/shelf.ts';

/** A log as far as it had to be read. */
export interface Reading {
  readonly making: Making;
  /** What follows from most of it; the rest of it; and what follows from both. */
  readonly base: Projection;
  readonly tail: readonly LogEvent[];
  readonly projection: Projection;
  readonly damaged: number;
  /** Whether what is under `base` was taken from a snapshot. */
  readonly isPartial: boolean;
}

/** Before the first entry. */
export const nothingRead = (making: Making): Reading => ({
  making,
  base: nothingDone,
  tail: [],
  projection: nothingDone,
  damaged: 0,
  isPartial: false,
});

/**
 * Reads what is needed of a log: the snapshot and what came after it, else all. A log of `longLog` entries is not read
 * as a whole while somebody waits, where that can be helped: `audit` is to make a snapshot beside the page.
 */
export async function readLog(
  storage: Storage,
  making: Making,
  longLog: number,
  audit: () => Promise<unknown>,
): Promise<Reading> {
  if ((await storage.total()) < longLog) return readWhole(storage, making);
  const partial = await readPart(storage, making);
  if (partial) return partial;
  await audit();
  return (await readPart(storage, making)) ?? readWhole(storage, making);
}

async function readPart(storage: Storage, making: Making): Promise<Reading | undefined> {
  const text = await storage.snapshot();
  const snapshot = text === undefined ? undefined : parseSnapshot(text, making);
  const after = snapshot && (await storage.after(snapshot.extent));
  if (!after) return undefined;
  const { events: tail, damaged } = after;
  const base = snapshot.projection;
  const projection = projectionAfter(tail, making.weights, base);
  return projection && { making, base, tail, projection, damaged: damaged.length, isPartial: true };
}

async function readWhole(storage: Storage, making: Making): Promise<Reading> {
  const { events, damaged } = await storage.log();
  const ordered = inOrder(events);
  const end = Math.max(0, ordered.length - tailEntries);
  const base = projectionAfter(ordered.slice(0, end), making.weights) ?? nothingDone;
  const rest = { making, damaged: damaged.length, isPartial: false };
  const projection = projectionAfter(ordered.slice(end), making.weights, base);
  if (projection) return { ...rest, base, tail: ordered.slice(end), projection };
  // The latest entries bear on earlier ones.
  const all = projectionAfter(ordered, making.weights) ?? nothingDone;
  return { ...rest, base: all, tail: [], projection: all };
}

/** The reading with one more event; undefined where that bears on what was read before. */
export function readingWith(reading: Reading, event: LogEvent): Reading | undefined {
  if (reading.tail.some((known) => identityOf(known) === identityOf(event))) return reading;
  const tail = [...reading.tail, event];
  const projection = projectionAfter(tail, reading.making.weights, reading.base);
  return projection && { ...reading, tail, projection };
}

/** All reviews that count up to where the tail of a reading begins: it takes reading the whole log. */
export async function earlierReviews(storage: Storage, { base }: Reading): Promise<readonly ReviewEvent[]> {
  if (base.recent.length === base.answers) return base.recent;
  const { events } = await storage.log();
  const { last } = base;
  return activeReviews(events.filter((event) => last && byOrder(event, last) <= 0));
}

/** The reviews that count after those. */
export const laterReviews = ({ base, projection: { recent, answers } }: Reading): readonly ReviewEvent[] =>
  recent.slice(Math.max(0, recent.length - (answers - base.answers)));

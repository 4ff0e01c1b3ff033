import { dayOf } from '../memory/day.ts';
import { canonicalJson, checksumOf } from './checksum.ts';
import { tick } from './clock.ts';
import type { EventBody, EventId, LogEvent } from './event.ts';
import { parseEvent } from './parse-event.ts';

export type ReviewEvent = Extract<LogEvent, { readonly type: 'review' }>;

/** Who writes an event, after what, and when. */
export interface Seal extends Pick<LogEvent, 'deviceId' | 'seq' | 'wallUtcMs' | 'tzOffsetMin' | 'tz'> {
  /** The latest clock reading that the device has seen, its own or a merged one. */
  readonly previousHlc: string | undefined;
}

/** A new event, ready to be kept for ever. Throws a TypeError when the body could not be read back. */
export function sealEvent({ type, payload }: EventBody, { previousHlc, ...stamp }: Seal): LogEvent {
  const { wallUtcMs, tzOffsetMin } = stamp;
  const hlc = tick(previousHlc, wallUtcMs);
  const fields = { v: 1, ...stamp, hlc, dayKey: dayOf(wallUtcMs, tzOffsetMin), type, payload };
  const event = parseEvent({ ...fields, checksum: checksumOf(fields) });
  if (!event.ok)
    throw new TypeError(`Seal a whole event, not ${JSON.stringify(fields)} (${event.problem.type})`);
  return event.value;
}

export const eventId = ({ deviceId, seq }: Pick<LogEvent, 'deviceId' | 'seq'>): EventId =>
  `${deviceId}:${seq}` as EventId;

/** The events in the one order that all devices agree on: by clock, then device, then number. */
export function inOrder<E extends LogEvent>(events: Iterable<E>): E[] {
  return [...events].sort(
    (a, b) => compare(a.hlc, b.hlc) || compare(a.deviceId, b.deviceId) || compare(a.seq, b.seq),
  );
}

/** The reviews that count, in order: each once, without those that were undone. */
export function activeReviews(events: Iterable<LogEvent>): ReviewEvent[] {
  const reviews = new Map<EventId, ReviewEvent>();
  const undone = new Set<EventId>();
  for (const event of events) {
    if (event.type === 'undo') undone.add(event.payload.event);
    else if (event.type === 'review') reviews.set(eventId(event), event);
  }
  for (const id of undone) reviews.delete(id);
  return inOrder(reviews.values());
}

/** What becomes of arriving events. */
export interface Admission {
  readonly added: readonly LogEvent[];
  /** How many were there already, byte for byte. */
  readonly known: number;
  /** Events whose id is taken by something else: what is there stays. */
  readonly rejected: readonly LogEvent[];
}

/** Sorts arriving events out against the rows that are there, which may be damaged. */
export function admit(rows: ReadonlyMap<EventId, unknown>, arriving: Iterable<LogEvent>): Admission {
  const added = new Map<EventId, LogEvent>();
  const rejected: LogEvent[] = [];
  let known = 0;
  for (const event of arriving) {
    const id = eventId(event);
    const present = rows.get(id) ?? added.get(id);
    if (present === undefined) added.set(id, event);
    else if (canonicalJson(present) === canonicalJson(event)) known += 1;
    else rejected.push(event);
  }
  return { added: [...added.values()], known, rejected };
}

/** The union of two logs by event id, in order. Where both are honest copies, neither side nor order matters. */
export function mergeEvents(
  mine: Iterable<LogEvent>,
  theirs: Iterable<LogEvent>,
): Admission & { readonly events: readonly LogEvent[] } {
  const rows = new Map([...mine].map((event) => [eventId(event), event]));
  const admission = admit(rows, theirs);
  return { ...admission, events: inOrder([...rows.values(), ...admission.added]) };
}

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

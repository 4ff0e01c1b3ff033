import type { CardId } from '../fact/fact.ts';
import { clockRun, goneOn } from '../log/clock-run.ts';
import type { ClockRun } from '../log/clock-run.ts';
import { eventId, placeIn, placeOf } from '../log/envelope.ts';
import { byOrder, inOrder } from '../log/order.ts';
import type { Weights } from '../memory/fsrs.ts';
import type { DeviceId, EventId, LogEvent } from './event.ts';
import { habitsAfter, nothingSeen } from './habits-of-log.ts';
import type { HabitsSoFar } from './habits-of-log.ts';
import { activeReviews } from './log.ts';
import type { ReviewEvent } from './log.ts';
import { nothingKnown, standingAfter } from './standing.ts';
import type { Standing } from './standing.ts';

/** Where an entry stands in the order of the log. */
export type Place = Pick<LogEvent, 'hlc' | 'deviceId' | 'seq' | 'checksum'>;

/**
 * What follows from a log: all that a sitting needs, without the log itself. Derived, and always to be had again from
 * the log; what follows from more entries follows from it and them, so that nobody needs to read the whole log again.
 */
export interface Projection {
  /** How many reviews count. */
  readonly answers: number;
  readonly standing: Standing;
  readonly habits: HabitsSoFar;
  /** Cards whose latest answer was less than half right. */
  readonly missed: ReadonlySet<CardId>;
  /** The latest of the reviews that count, in order. */
  readonly recent: readonly ReviewEvent[];
  /** All events that are neither reviews nor take one back. */
  readonly others: readonly LogEvent[];
  /** How far each device has come. */
  readonly devices: ReadonlyMap<DeviceId, DeviceRun>;
  /** Events that were taken back before they arrived. */
  readonly awaited: ReadonlySet<EventId>;
  /** The last entry. */
  readonly last?: Place;
}

/** The highest number of a device, and its clock. */
export interface DeviceRun {
  readonly seq: number;
  readonly clock: ClockRun;
}

/** As many reviews are kept as say something of today. */
export const mostRecent = 3000;

export const nothingDone: Projection = {
  answers: 0,
  standing: nothingKnown,
  habits: nothingSeen,
  missed: new Set(),
  recent: [],
  others: [],
  devices: new Map(),
  awaited: new Set(),
};

/**
 * What follows after more events, the same as from all of them together. Undefined where that needs the earlier ones
 * too: where the events belong between those, take one of those back, or put the day of one in doubt.
 */
export function projectionAfter(
  events: readonly LogEvent[],
  w: Weights,
  from: Projection = nothingDone,
): Projection | undefined {
  const ordered = inOrder(events);
  const [first] = ordered;
  if (!first) return from;
  if (from.last && byOrder(first, from.last) <= 0) return undefined;
  if (ordered.some(({ deviceId, seq }) => seq <= seqOf(from, deviceId))) return undefined;
  const undone = ordered.flatMap((event) => (event.type === 'undo' ? [event.payload.event] : []));
  if (undone.some((id) => isAmong(id, from.devices))) return undefined;
  const reviews = activeReviews(ordered.filter((event) => !isAwaited(event, from.awaited)));
  const devices = devicesAfter(from.devices, ordered, reviews);
  return devices && added(from, { ordered, undone, reviews, devices }, w);
}

/** What is new, sorted out. */
interface News {
  readonly ordered: readonly LogEvent[];
  readonly undone: readonly EventId[];
  readonly reviews: readonly ReviewEvent[];
  readonly devices: Projection['devices'];
}

function added(from: Projection, { ordered, undone, reviews, devices }: News, w: Weights): Projection {
  const last = ordered.at(-1);
  return {
    answers: from.answers + reviews.length,
    standing: standingAfter(reviews, w, from.standing),
    habits: habitsAfter(reviews, from.habits),
    missed: missedAfter(from.missed, reviews),
    recent: [...from.recent, ...reviews].slice(-mostRecent),
    others: [...from.others, ...ordered.filter(({ type }) => type !== 'review' && type !== 'undo')],
    devices,
    awaited: new Set([...from.awaited, ...undone].filter((id) => !isAmong(id, devices))),
    ...(last && { last: standAt(last) }),
  };
}

const standAt = ({ hlc, deviceId, seq, checksum }: Place): Place => ({ hlc, deviceId, seq, checksum });

const seqOf = ({ devices }: Projection, deviceId: DeviceId): number => devices.get(deviceId)?.seq ?? 0;

/** Whether an id names an event that a device has written already. */
function isAmong(id: EventId, devices: Projection['devices']): boolean {
  const { deviceId, seq } = placeIn(id);
  return seq <= (devices.get(deviceId)?.seq ?? 0);
}

const isAwaited = (event: LogEvent, awaited: ReadonlySet<EventId>): boolean =>
  awaited.has(eventId(event)) || awaited.has(placeOf(event));

function devicesAfter(
  from: Projection['devices'],
  events: readonly LogEvent[],
  reviews: readonly ReviewEvent[],
): Projection['devices'] | undefined {
  const devices = new Map(from);
  for (const deviceId of new Set(events.map((event) => event.deviceId))) {
    const own = reviews.filter((review) => review.deviceId === deviceId);
    const before = from.get(deviceId)?.clock;
    const clock = before ? goneOn(own, before) : clockRun(own);
    if (!clock) return undefined;
    const seq = events.reduce(
      (most, event) => (event.deviceId === deviceId ? Math.max(most, event.seq) : most),
      0,
    );
    devices.set(deviceId, { seq, clock });
  }
  return devices;
}

function missedAfter(from: ReadonlySet<CardId>, reviews: readonly ReviewEvent[]): ReadonlySet<CardId> {
  const missed = new Set(from);
  for (const { payload } of reviews) {
    if (payload.marks < 0.5) missed.add(payload.card);
    else missed.delete(payload.card);
  }
  return missed;
}

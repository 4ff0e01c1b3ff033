import type { Day } from '../memory/day.ts';
import type { DeviceId } from './envelope.ts';

/** What is needed of an entry to judge its clock. */
export interface Timed {
  readonly deviceId: DeviceId;
  readonly wallUtcMs: number;
  readonly dayKey: Day;
}

/** Clocks are put right by this much without anybody noticing. */
export const slackMs = 3_600_000;
/** Nobody used this program before: 2023-01-01. */
const earliestMs = 1_672_531_200_000;

/**
 * The days on which entries were written, of those whose clock was wrong, where the device's other entries prove it:
 * on one device time only goes forward, so of clocks that contradict each other the fewest possible were wrong. Give
 * the entries in the order of the log. An entry whose clock was wrong gets the day of the one before it.
 */
export function settledDays<E extends Timed>(entries: Iterable<E>): ReadonlyMap<E, Day> {
  const devices = new Map<DeviceId, E[]>();
  for (const entry of entries) {
    const own = devices.get(entry.deviceId);
    if (own) own.push(entry);
    else devices.set(entry.deviceId, [entry]);
  }
  return new Map([...devices.values()].flatMap((own) => (isSteady(own) ? [] : settled(own))));
}

/** Whether no clock reading contradicts an earlier one, nor is older than this program. */
export function isSteady(entries: readonly Timed[], latestMs = -Infinity): boolean {
  let latest = latestMs;
  return entries.every(({ wallUtcMs }) => {
    if (wallUtcMs < Math.max(earliestMs, latest - slackMs)) return false;
    latest = Math.max(latest, wallUtcMs);
    return true;
  });
}

/** The last entry of a device whose clock was right, where its clock contradicts itself; undefined where none was. */
export const lastRight = (entries: readonly Timed[]): Timed | undefined =>
  entries[longestRising(entries).at(-1) ?? -1];

function settled<E extends Timed>(entries: readonly E[]): (readonly [E, Day])[] {
  const right = longestRising(entries);
  const days: (readonly [E, Day])[] = [];
  let next = 0;
  for (const [index, entry] of entries.entries()) {
    if (right[next] === index) next += 1;
    else {
      const before = entries[right[next - 1] ?? -1];
      const after = entries[right[next] ?? -1];
      const day = (before ?? after ?? entry).dayKey;
      if (!isBetween(entry, before, after) && day !== entry.dayKey) days.push([entry, day]);
    }
  }
  return days;
}

const isBetween = ({ wallUtcMs }: Timed, before: Timed | undefined, after: Timed | undefined): boolean =>
  wallUtcMs >= (before ? before.wallUtcMs - slackMs : earliestMs) &&
  (!after || wallUtcMs <= after.wallUtcMs + slackMs);

/** The places of the most entries whose clocks never go back; of several such choices the one that ends earliest. */
function longestRising(entries: readonly Timed[]): readonly number[] {
  /** For each length, the place where the rising run of that length with the lowest end ends, and that end. */
  const ends: number[] = [];
  const walls: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [index, { wallUtcMs }] of entries.entries()) {
    if (wallUtcMs < earliestMs) continue;
    const length = firstWhere(ends.length, (candidate) => Number(walls[candidate]) > wallUtcMs);
    before[index] = ends[length - 1];
    ends[length] = index;
    walls[length] = wallUtcMs;
  }
  const places: number[] = [];
  for (let place = ends.at(-1); place !== undefined; place = before[place]) places.push(place);
  return places.reverse();
}

/** The first number below `count` for which a condition holds that holds for all after it; `count` when there is none. */
function firstWhere(count: number, holds: (candidate: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

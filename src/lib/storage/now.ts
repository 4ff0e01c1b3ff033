import { dayOf } from '#core/memory/day.ts';
import type { Day } from '#core/memory/day.ts';

/** What the device's clock and zone say. */
export interface Moment {
  readonly wallUtcMs: number;
  /** Minutes that local time is ahead of UTC. */
  readonly tzOffsetMin: number;
  /** IANA name of the zone, or "" where the browser keeps it to itself. */
  readonly tz: string;
}

/** The one place that reads the clock. */
export function now(): Moment {
  const date = new Date();
  return {
    wallUtcMs: date.getTime(),
    tzOffsetMin: 0 - date.getTimezoneOffset(), // never -0, which JSON makes 0 of
    tz: Intl.DateTimeFormat().resolvedOptions().timeZone ?? '',
  };
}

/** The learner's day at a moment, by default now, where days begin at an hour (4). */
export const today = (rollOverHour?: number, { wallUtcMs, tzOffsetMin }: Moment = now()): Day =>
  dayOf(wallUtcMs, tzOffsetMin, rollOverHour);

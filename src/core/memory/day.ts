import { dayNumber, isoOfDayNumber } from '../fact/calendar.ts';

/** A local calendar day as whole days since 1970-01-01. Due dates, streaks and intervals count days, never instants. */
export type Day = number & { readonly brand: 'Day' };

const dayMs = 86_400_000;

/** The learner's day at an instant: the local date, where the night before `rollOverHour` belongs to the day before. */
export function dayOf(wallUtcMs: number, tzOffsetMin: number, rollOverHour = 4): Day {
  return Math.floor((wallUtcMs + tzOffsetMin * 60_000 - rollOverHour * 3_600_000) / dayMs) as Day;
}

export const addDays = (day: Day, days: number): Day => (day + days) as Day;

/** `2026-11-24` for the day. */
export const isoOfDay = (day: Day): string => isoOfDayNumber(day);

/** The day of an ISO date `yyyy-mm-dd`; undefined when it is none. */
export const dayOfIso = (iso: string): Day | undefined => dayNumber(iso) as Day | undefined;

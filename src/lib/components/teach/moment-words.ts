import type { Moment } from '#core/assignment/assignment.ts';

const minute = 60_000;

/** A moment as its own place's clock showed it, for a `datetime-local` field: `2026-11-25T08:00`; empty for none. */
export const toLocal = (moment: Moment | undefined): string =>
  moment === undefined ? '' : new Date(moment.utcMs + moment.tzOffsetMin * minute).toISOString().slice(0, 16);

/** What such a field says, by this device's clock; undefined when it is empty. */
export function fromLocal(local: string): Moment | undefined {
  const date = new Date(local);
  const utcMs = date.getTime();
  return Number.isNaN(utcMs) ? undefined : { utcMs, tzOffsetMin: -date.getTimezoneOffset() };
}

/** The device's time zone, as "Africa/Niamey"; else by its distance, as "UTC+1". */
export function zoneName(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const hours = -new Date().getTimezoneOffset() / 60;
  return timeZone === '' ? `UTC${hours < 0 ? '' : '+'}${hours}` : timeZone.replaceAll('_', ' ');
}

import { isoOfDay } from '#core/memory/day.ts';
import type { Day } from '#core/memory/day.ts';
import { getLocale } from './paraglide/runtime.js';

/** A date as exact as it is known: `2023` -> "2023", `2023-07` -> "July 2023", `2023-07-26` -> "26 July 2023". */
export function formatDate(iso: string): string {
  const [year = 0, month, day] = iso.split('-').map(Number);
  const format = new Intl.DateTimeFormat(regional(), {
    year: 'numeric',
    ...(month !== undefined && { month: 'long' }),
    ...(day !== undefined && { day: 'numeric' }),
    timeZone: 'UTC',
  });
  return format.format(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
}

/** Two dates as one span: "26 July 2023 – 2 August 2023". */
export const formatSpan = (from: string, to: string): string => `${formatDate(from)} – ${formatDate(to)}`;

/** A date in the room of an axis' label: `2023` -> "2023", `2023-07` -> "Jul 23". */
export function formatTick(iso: string): string {
  const [year = 0, month] = iso.split('-').map(Number);
  const format = new Intl.DateTimeFormat(regional(), {
    year: 'numeric',
    ...(month !== undefined && { month: 'short' }),
    timeZone: 'UTC',
  });
  return format.format(Date.UTC(year, (month ?? 1) - 1, 1));
}

/** One part of a date: the day "26", the month "July", the year "2023". */
export function formatPart(iso: string, part: 'day' | 'month' | 'year'): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  const format = new Intl.DateTimeFormat(regional(), {
    [part]: part === 'month' ? 'long' : 'numeric',
    timeZone: 'UTC',
  });
  return format.format(Date.UTC(year, month - 1, day));
}

/** The size of a file: "12.5 kB". */
export const formatSize = (bytes: number): string =>
  new Intl.NumberFormat(regional(), { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 }).format(
    bytes / 1000,
  );

/** 1500 -> "1,500". */
export const formatNumber = (value: number): string =>
  new Intl.NumberFormat(regional(), { maximumFractionDigits: 6 }).format(value);

/** "3, 8 and 11", as the language joins them. */
export const formatList = (parts: readonly string[]): string =>
  new Intl.ListFormat(regional(), { type: 'conjunction' }).format(parts);

/** 1536 -> "2 kB", 1234567 -> "1.2 MB". */
export function formatBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** step;
  return new Intl.NumberFormat(regional(), {
    style: 'unit',
    unit: units[step],
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step > 1 && value < 10 ? 1 : 0,
  }).format(value);
}

/** A day of the learner's calendar: "24 November 2026". */
export const formatDay = (day: Day): string => formatDate(isoOfDay(day));

/** A moment by this device's clock: "24 Nov 2026, 14:05". */
export const formatTime = (utcMs: number): string =>
  new Intl.DateTimeFormat(regional(), { dateStyle: 'medium', timeStyle: 'short' }).format(utcMs);

/** An hour of the day, 0 to 23: "4:00 am". */
export const formatHour = (hour: number): string =>
  new Intl.DateTimeFormat(regional(), { timeStyle: 'short', timeZone: 'UTC' }).format(hour * 3_600_000);

/** How far away a day is: "today", "tomorrow", "in 3 days", "2 days ago". */
export function formatDistance(day: Day, today: Day): string {
  return new Intl.RelativeTimeFormat(regional(), { numeric: 'auto' }).format(day - today, 'day');
}

/** 0.8 -> "80%". */
export const formatShare = (share: number): string =>
  new Intl.NumberFormat(regional(), { style: 'percent', maximumFractionDigits: 0 }).format(share);

/** Dates are written the British way in English, as the content writes them. */
const regional = (): string => (getLocale() === 'en' ? 'en-GB' : getLocale());

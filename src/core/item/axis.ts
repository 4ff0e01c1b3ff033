import { dayNumber, firstDayOf, isoOfDayNumber, lastDayOf } from '../fact/calendar.ts';
import type { PartialDate, Precision } from '../fact/value.ts';
import { randomInt } from './random.ts';
import type { Random } from './random.ts';

/** A stretch of time to set a date on. */
export interface Axis {
  /** First and last ISO date, as precise as the dates set on it. */
  readonly start: string;
  readonly end: string;
  readonly days: number;
  /** First and last ISO day that is right. */
  readonly right: readonly [string, string];
  readonly toleranceDays: number;
}

/** How long axes are, in units of their own: days are set on whole months, months on whole years, years on years. */
const lengths: Readonly<Record<Precision, readonly number[]>> = {
  day: [3, 4, 6],
  month: [2, 3],
  year: [20, 30],
};
const grainDays: Readonly<Record<Precision, number>> = { day: 1, month: 31, year: 366 };

/** The key stands at least this share of the axis away from either end. */
const margin = 0.1;

/**
 * An axis on which dates stand that mean the same, at a place that chance decides; undefined when they are too far
 * apart for one. Marks are gone at a twentieth of the axis, or at one unit of it if that is more.
 */
export function axisAround(dates: readonly PartialDate[], random: Random): Axis | undefined {
  const precision = dates[0]?.precision;
  const first = Math.min(...dates.map(({ iso }) => firstDayOf(iso) ?? Infinity));
  const last = Math.max(...dates.map(({ iso }) => lastDayOf(iso) ?? -Infinity));
  if (!precision || !Number.isFinite(first + last)) return undefined;
  const length = lengths[precision][randomInt(lengths[precision].length, random)] ?? 0;
  const fitting = stretches(isoOfDayNumber(first), precision, length).filter(({ start, end }) => {
    const from = firstDayOf(start) ?? Infinity;
    const room = margin * ((lastDayOf(end) ?? 0) - from);
    return first - from >= room && (lastDayOf(end) ?? 0) - last >= room;
  });
  const chosen = fitting[randomInt(fitting.length, random)];
  if (!chosen) return undefined;
  const days = (lastDayOf(chosen.end) ?? 0) - (firstDayOf(chosen.start) ?? 0) + 1;
  return {
    ...chosen,
    days,
    right: [isoOfDayNumber(first), isoOfDayNumber(last)],
    toleranceDays: Math.max(grainDays[precision], Math.ceil(days / 20)),
  };
}

/** Every stretch of that length that holds a day. */
function stretches(
  iso: string,
  precision: Precision,
  length: number,
): readonly { start: string; end: string }[] {
  const [year = 0, month = 1] = iso.split('-').map(Number);
  const starts = Array.from({ length }, (_, back) => back);
  return starts.map((back) => {
    if (precision === 'year') return { start: String(year - back), end: String(year - back + length) };
    if (precision === 'month') return { start: `${year - back}-01`, end: `${year - back + length - 1}-12` };
    const from = year * 12 + month - 1 - back;
    return {
      start: `${monthIso(from)}-01`,
      end: isoOfDayNumber((dayNumber(`${monthIso(from + length)}-01`) ?? 1) - 1),
    };
  });
}

const monthIso = (months: number): string =>
  `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;

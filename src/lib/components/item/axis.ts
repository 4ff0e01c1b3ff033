import type { Layout } from '#core/item/layout.ts';
import { dayOfIso, isoOfDay } from '#core/memory/day.ts';
import type { Day } from '#core/memory/day.ts';

export type Axis = Extract<Layout, { readonly type: 'axis' }>;

/** Units that a date on an axis can be moved by. */
export type DatePart = 'day' | 'month' | 'year';

/** The parts that an axis of this precision lets be set, the finest first. */
export function partsOf({ precision }: Pick<Axis, 'precision'>): readonly DatePart[] {
  return { day: ['day', 'month', 'year'], month: ['month', 'year'], year: ['year'] }[
    precision
  ] as readonly DatePart[];
}

/** How many steps of its precision an axis has from its first date to its last. */
export const lastStep = (axis: Axis): number => stepOf(axis, axis.end);

/** The date that many steps after the first one. */
export function isoAt({ start, precision }: Axis, step: number): string {
  if (precision === 'day') return isoOfDay(((dayOfIso(start) ?? 0) + step) as Day);
  if (precision === 'year') return pad(yearOf(start) + step, 4);
  const months = monthsOf(start) + step;
  return `${pad(Math.floor(months / 12), 4)}-${pad((months % 12) + 1, 2)}`;
}

/** The step at which a date stands, which may be more exact than the axis; beyond the ends it is the end's. */
export function stepOf(axis: Axis, iso: string): number {
  const { start, end, precision } = axis;
  const place = (date: string): number => {
    if (precision === 'day') return dayOfIso(`${date}-01-01`.slice(0, 10)) ?? 0;
    return precision === 'year' ? yearOf(date) : monthsOf(date);
  };
  return Math.min(place(end), Math.max(place(start), place(iso))) - place(start);
}

/** The date one unit further or back, kept on the axis; a 31st becomes the last day of a shorter month. */
export function shifted(axis: Axis, iso: string, part: DatePart, by: 1 | -1): string {
  if (part === axis.precision) return isoAt(axis, clamp(axis, stepOf(axis, iso) + by));
  const months = monthsOf(iso) + by * (part === 'year' ? 12 : 1);
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  const whole = [pad(year, 4), pad(month, 2), pad(Math.min(dayIn(iso), daysIn(year, month)), 2)];
  return isoAt(axis, stepOf(axis, whole.join('-').slice(0, axis.start.length)));
}

const clamp = (axis: Axis, step: number): number => Math.min(lastStep(axis), Math.max(0, step));
const yearOf = (iso: string): number => Number(iso.slice(0, 4));
const monthsOf = (iso: string): number => 12 * yearOf(iso) + Number(iso.slice(5, 7) || 1) - 1;
const dayIn = (iso: string): number => Number(iso.slice(8, 10) || 1);
const pad = (value: number, digits: number): string => String(value).padStart(digits, '0');

function daysIn(year: number, month: number): number {
  const first = dayOfIso(`${pad(year, 4)}-${pad(month, 2)}-01`) ?? 0;
  const next = month === 12 ? `${pad(year + 1, 4)}-01-01` : `${pad(year, 4)}-${pad(month + 1, 2)}-01`;
  return (dayOfIso(next) ?? first + 31) - first;
}

/** A line across an axis where a month or a year begins. */
export interface Tick {
  readonly iso: string;
  readonly step: number;
}

const mostTicks = 12;

/** Where the months or years of an axis begin: the finest of them that are not too many. */
export function ticksOf(axis: Axis): readonly Tick[] {
  const first = monthsOf(axis.start);
  const last = monthsOf(axis.end);
  const every = [1, 3, 6, 12, 24, 60, 120].find((months) => (last - first) / months <= mostTicks) ?? 240;
  const ticks: Tick[] = [];
  for (let months = Math.ceil(first / every) * every; months <= last; months += every) {
    const iso = `${pad(Math.floor(months / 12), 4)}-${pad((months % 12) + 1, 2)}`;
    const whole = every % 12 === 0 ? iso.slice(0, 4) : iso;
    if (`${iso}-01` >= axis.start) ticks.push({ iso: whole, step: stepOf(axis, iso) });
  }
  return ticks;
}

import { formatDate, formatSpan } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/messages.ts';

import { stepOf } from './axis.ts';
import type { Axis } from './axis.ts';

/** The right date of an axis in words, as exact as the axis; a span where the sources leave one. */
export function rightDates({ right: [first, last], precision }: Axis): string {
  const exact = { day: 10, month: 7, year: 4 }[precision];
  const [from, to] = [first.slice(0, exact), last.slice(0, exact)];
  return from === to ? formatDate(from) : formatSpan(from, to);
}

/** How far a date lies from the right ones: "3 days early"; empty when it is right. */
export function farFrom(axis: Axis, iso: string): string {
  const at = stepOf(axis, iso);
  const early = stepOf(axis, axis.right[0]) - at;
  const late = at - stepOf(axis, axis.right[1]);
  if (early <= 0 && late <= 0) return '';
  const words = {
    day: m.item_date_days,
    month: m.item_date_months,
    year: m.item_date_years,
  }[axis.precision];
  const count = words({ count: Math.max(early, late) });
  return early > 0 ? m.item_date_early({ count }) : m.item_date_late({ count });
}

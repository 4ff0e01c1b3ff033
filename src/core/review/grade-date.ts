import type { Item } from '../item/item.ts';
import { dayOfIso } from '../memory/day.ts';
import type { Score } from './response.ts';
import { scoreOf, wrong } from './score.ts';

/**
 * A date inside the interval that the sources give is right; beside it the marks fall in a straight line and are gone
 * at the tolerance. A date of another precision than the axis is no response to it.
 */
export function gradeDate({ layout }: Item, iso: string): Score {
  if (layout?.type !== 'axis' || iso.length !== layout.start.length) return wrong;
  const days = [firstDay(iso), lastDay(iso), firstDay(layout.right[0]), lastDay(layout.right[1])];
  const [first, last, from, to] = days;
  if (first === undefined || last === undefined || from === undefined || to === undefined) return wrong;
  const off = Math.max(0, from - last, first - to);
  return scoreOf(off === 0 ? 1 : 1 - off / Math.max(1, layout.toleranceDays));
}

const firstDay = (iso: string): number | undefined => dayOfIso(`${iso}-01-01`.slice(0, 10));

/** The last day of a date is the one before the next date of its precision begins. */
function lastDay(iso: string): number | undefined {
  const [year = 0, month = 12] = iso.split('-').map(Number);
  if (iso.length === 10) return dayOfIso(iso);
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  const day = dayOfIso(next);
  return day === undefined ? undefined : day - 1;
}

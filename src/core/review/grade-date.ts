import { firstDayOf, lastDayOf } from '../fact/calendar.ts';
import type { Item } from '../item/item.ts';
import type { Score } from './response.ts';
import { scoreOf, wrong } from './score.ts';

/**
 * A date inside the interval that the sources give is right; beside it the marks fall in a straight line and are gone
 * at the tolerance. A month or year beside it is as far off as its far end. A date of another precision than the axis,
 * or outside it, is no response to it.
 */
export function gradeDate({ layout }: Item, iso: string): Score {
  if (layout?.type !== 'axis' || iso.length !== layout.start.length) return wrong;
  const days = [firstDayOf(iso), lastDayOf(iso), firstDayOf(layout.right[0]), lastDayOf(layout.right[1])];
  const [first, last, from, to] = days;
  if (first === undefined || last === undefined || from === undefined || to === undefined) return wrong;
  if (iso < layout.start || iso > layout.end) return wrong;
  const meets = first <= to && last >= from;
  const off = meets ? 0 : Math.max(from - first, last - to);
  return scoreOf(1 - off / Math.max(1, layout.toleranceDays));
}

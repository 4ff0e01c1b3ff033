import { firstDayOf, lastDayOf } from '../fact/calendar.ts';
import type { Item } from '../item/item.ts';
import type { Score } from './response.ts';
import { scoreOf, wrong } from './score.ts';

/**
 * A date inside the interval that the sources give is right; beside it the marks fall in a straight line and are gone
 * at the tolerance. A date of another precision than the axis is no response to it.
 */
export function gradeDate({ layout }: Item, iso: string): Score {
  if (layout?.type !== 'axis' || iso.length !== layout.start.length) return wrong;
  const days = [firstDayOf(iso), lastDayOf(iso), firstDayOf(layout.right[0]), lastDayOf(layout.right[1])];
  const [first, last, from, to] = days;
  if (first === undefined || last === undefined || from === undefined || to === undefined) return wrong;
  const off = Math.max(0, from - last, first - to);
  return scoreOf(off === 0 ? 1 : 1 - off / Math.max(1, layout.toleranceDays));
}

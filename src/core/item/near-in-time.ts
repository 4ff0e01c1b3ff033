import type { Base } from '../fact/base.ts';
import type { PartialDate } from '../fact/value.ts';

/**
 * Whether two dates may be mistaken for one another: recent ones are told apart by months, those of long ago by decades.
 * The margin grows with the time between them and the last date that the topic tells (Weber's law).
 */
export function areNearInTime(base: Base, a: PartialDate, b: PartialDate): boolean {
  const [one, other] = [yearsOf(a), yearsOf(b)];
  const age = Math.max(0, lastDate(base) - Math.max(one, other));
  return Math.abs(one - other) <= 1 + age / 2;
}

/** A date in years and parts of them, where it begins. */
export function yearsOf({ iso }: PartialDate): number {
  const month = iso.length > 4 ? Number(iso.slice(5, 7)) : 1;
  const day = iso.length > 7 ? Number(iso.slice(8, 10)) : 1;
  return Number(iso.slice(0, 4)) + (month - 1) / 12 + (day - 1) / 372;
}

const lastDates = new WeakMap<Base, number>();

function lastDate(base: Base): number {
  const known = lastDates.get(base);
  if (known !== undefined) return known;
  let last = 0;
  for (const { object, at } of base.topic.facts) {
    if (object.type === 'date') last = Math.max(last, yearsOf(object.date));
    if (at) last = Math.max(last, yearsOf(at));
  }
  lastDates.set(base, last);
  return last;
}

import type { Fact } from './fact.ts';
import type { PartialDate } from './value.ts';

/** Days from first to last, both inclusive, as sortable numbers `yyyymmdd`. */
export interface Interval {
  readonly first: number;
  readonly last: number;
}

/** The days a date may mean: `2023-07` is 1 to 31 July 2023. */
export function intervalOf(date: PartialDate): Interval {
  const [year = 0, month, day] = date.iso.split('-').map(Number);
  return {
    first: year * 10_000 + (month ?? 1) * 100 + (day ?? 1),
    last: year * 10_000 + (month ?? 12) * 100 + (day ?? 31),
  };
}

export const overlap = (a: Interval, b: Interval): boolean => a.first <= b.last && b.first <= a.last;

/** The time for which the base vouches for a fact; undefined when the fact is timeless. */
export function validity(fact: Fact): Interval | undefined {
  const from = fact.from ?? fact.asOf ?? fact.at ?? fact.to;
  const to = fact.to ?? fact.asOf ?? fact.at ?? fact.from;
  if (!from || !to) return undefined;
  return { first: intervalOf(from).first, last: Math.max(intervalOf(to).last, intervalOf(from).last) };
}

/** Whether two facts may hold at one moment; a timeless fact meets every other. */
export function meets(a: Fact, b: Fact): boolean {
  const x = validity(a);
  const y = validity(b);
  return !x || !y || overlap(x, y);
}

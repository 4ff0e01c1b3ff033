import type { Claim } from './claim.ts';
import type { PartialDate } from './value.ts';

/** Days from first to last, both inclusive, as sortable numbers `yyyymmdd`. */
export interface Interval {
  readonly first: number;
  readonly last: number;
}

/** The days a date may mean: `2023-07` is 1 to 31 July 2023. */
export function intervalOf({ iso }: PartialDate): Interval {
  // Asked for very often, so without a list of parts: yyyy, yyyy-mm or yyyy-mm-dd.
  const year = 10_000 * Number(iso.slice(0, 4));
  const month = iso.length > 4 ? 100 * Number(iso.slice(5, 7)) : undefined;
  const day = iso.length > 7 ? Number(iso.slice(8, 10)) : undefined;
  return { first: year + (month ?? 100) + (day ?? 1), last: year + (month ?? 1200) + (day ?? 31) };
}

export const contains = (outer: Interval, inner: Interval): boolean =>
  outer.first <= inner.first && inner.last <= outer.last;
export const overlap = (a: Interval, b: Interval): boolean => a.first <= b.last && b.first <= a.last;

/** The time for which a fact or claim speaks; undefined when that is all time. */
export function validity(claim: Claim): Interval | undefined {
  const { from, to } = ends(claim);
  if (!from || !to) return undefined;
  return { first: intervalOf(from).first, last: Math.max(intervalOf(to).last, intervalOf(from).last) };
}

/** Whether two facts or claims may hold at one moment; a timeless one meets every other. */
export function meets(a: Claim, b: Claim): boolean {
  const x = validity(a);
  const y = validity(b);
  return !x || !y || overlap(x, y);
}

/** Whether a fact speaks for all the time of a claim. */
export function spans(fact: Claim, claim: Claim): boolean {
  const known = validity(fact);
  const claimed = validity(claim);
  return !known || (claimed !== undefined && contains(known, claimed));
}

/** Whether a claim is about every moment of its time, not about one moment somewhere in it. */
export const isThroughout = (claim: Claim): boolean =>
  validity(claim) === undefined || (claim.from !== undefined && claim.to !== undefined);

const ends = ({ from, to, asOf, at }: Claim) => ({
  from: from ?? asOf ?? at ?? to,
  to: to ?? asOf ?? at ?? from,
});

/** Things in ascending order of a number or text each has. */
export interface Ordered<T> {
  readonly ranks: readonly (number | string)[];
  readonly values: readonly T[];
}

/** Sorts once, so that neighbours are found without looking at the rest. */
export function orderBy<T>(values: Iterable<T>, rankOf: (value: T) => number | string): Ordered<T> {
  const entries = [...values].map((value) => ({ value, rank: rankOf(value) }));
  entries.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
  return { ranks: entries.map(({ rank }) => rank), values: entries.map(({ value }) => value) };
}

/** The `reach` values before a rank and the `reach` values from it on: O(log n + reach). */
export function around<T>(
  ordered: Ordered<T> | undefined,
  rank: number | string,
  reach: number,
): readonly T[] {
  if (!ordered) return [];
  const place = placeOf(ordered.ranks, rank);
  return ordered.values.slice(Math.max(0, place - reach), place + reach);
}

/** The first place whose rank is not below the given one. */
function placeOf(ranks: readonly (number | string)[], rank: number | string): number {
  let low = 0;
  let high = ranks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranks[middle] ?? rank) < rank) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Something that may be no more than chance. */
export interface Suspicion {
  /** How likely chance alone does as much, 0..1. */
  readonly p: number;
  /** The smallest p that it could have had. */
  readonly least: number;
}

/**
 * Those that are taken for real so that at most a share `rate` of them is false (Benjamini and Hochberg 1995). What
 * could never have been found is not counted as looked for (Gilbert 2005), so many small numbers do not hide a large one.
 */
export function discoveries<S extends Suspicion>(suspicions: readonly S[], rate: number): readonly S[] {
  const able = findable(suspicions, rate).toSorted((a, b) => a.p - b.p);
  const last = able.findLastIndex(({ p }, index) => p <= (rate * (index + 1)) / able.length);
  return able.slice(0, last + 1);
}

/** Tarone's rule: the smallest k such that at most k of them can reach rate / k. */
function findable<S extends Suspicion>(suspicions: readonly S[], rate: number): readonly S[] {
  for (let k = 1; k <= suspicions.length; k += 1) {
    const able = suspicions.filter(({ least }) => least <= rate / k);
    if (able.length <= k) return able;
  }
  return suspicions;
}

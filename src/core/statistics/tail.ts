/**
 * How likely at least `count` of independent events with these chances are, counting the event of exactly `count`
 * half (the mid-p value; Lancaster 1961): over all counts its mean is one half, as that of a true p value is.
 */
export function midTail(chances: readonly number[], count: number): number {
  const likely = distribution(chances);
  const above = likely.slice(count + 1).reduce((total, share) => total + share, 0);
  return above + (likely[count] ?? 0) / 2;
}

/** How likely 0, 1, 2 ... of the events are: the Poisson binomial distribution. */
function distribution(chances: readonly number[]): readonly number[] {
  let likely = [1];
  for (const chance of chances) {
    likely = [...likely, 0].map((share, index) => share * (1 - chance) + (likely[index - 1] ?? 0) * chance);
  }
  return likely;
}

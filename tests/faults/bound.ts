/**
 * The largest chance of failing that `failed` of `runs` would still come out at with 5 %: the upper end of the exact
 * (Clopper-Pearson) interval. Without failures it is close to 3 / runs, the rule of three.
 */
export function bound(runs: number, failed: number): number {
  if (runs === 0) return 1;
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (atMost(runs, failed, middle) > 0.05) low = middle;
    else high = middle;
  }
  return high;
}

/** The chance of at most so many failures. */
function atMost(runs: number, failed: number, chance: number): number {
  let sum = 0;
  let logTerm = runs * Math.log1p(-chance);
  for (let k = 0; k <= failed; k += 1) {
    sum += Math.exp(logTerm);
    logTerm += Math.log(runs - k) - Math.log(k + 1) + Math.log(chance) - Math.log1p(-chance);
  }
  return sum;
}

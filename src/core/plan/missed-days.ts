/**
 * Whoever means to do something on a day and misses it does it on the next day of study, if there is one before the
 * exam. So what asking on a day is worth is mixed with what asking later is worth; the last day has nothing behind it.
 * Simulated, a quarter of the days missed: who forgets fast knows 2 to 6 points more, and no less with none missed.
 */

/**
 * The chance that what is meant for a day is done with about that day's worth, rather than with that of the next day
 * looked at, `days` later: worths between the two lie on a line.
 */
export const chanceInTime = (days: number, attendance: number): number =>
  (days * attendance) / (days * attendance + 1 - attendance);

/** Days that are looked at, in their order, and of each the chance that what is meant for it is done in time. */
export interface DaysLookedAt {
  readonly starts: readonly number[];
  readonly inTime: Float64Array;
}

/** `end` is the first day on which it is too late. Who is here today does study today. */
export function daysLookedAt(starts: readonly number[], end: number, attendance: number): DaysLookedAt {
  const inTime = Float64Array.from(starts, (start, place) =>
    start === 0 ? 1 : chanceInTime((starts[place + 1] ?? end) - start, attendance),
  );
  return { starts, inTime };
}

/** Turns the worths of asking on each of the days into those of meaning to; what is never done is worth `rest`. */
export function allowForMissedDays(worths: Float64Array, { inTime }: DaysLookedAt, rest: number): void {
  let later = rest;
  for (let place = inTime.length - 1; place >= 0; place -= 1) {
    later += (inTime[place] ?? 0) * ((worths[place] ?? 0) - later);
    worths[place] = later;
  }
}

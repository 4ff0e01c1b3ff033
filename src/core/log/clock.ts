const counterLimit = 1_000_000;
/** The last instant a JavaScript date can hold. */
const lastInstantMs = 8.64e15;

const pattern = /^(\d{16})-(\d{6})$/;

/**
 * The next reading of a hybrid logical clock (Kulkarni et al. 2014): the wall clock where it has moved on, else the
 * last reading plus one. Readings sort as texts, and always after `last`, whether the wall clock is right, set back,
 * or was years ahead for a while.
 */
export function tick(last: string | undefined, wallUtcMs: number): string {
  const wall = Math.min(Math.max(0, Math.trunc(wallUtcMs)), lastInstantMs);
  if (last === undefined) return reading(wall, 0);
  const { millis, counter } = decode(last);
  if (wall > millis) return reading(wall, 0);
  return counter + 1 < counterLimit ? reading(millis, counter + 1) : reading(millis + 1, 0);
}

/** The later of two readings; undefined is before every reading. */
export function later(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? b : a;
}

/** Whether a text is a reading of an instant that a clock can show. */
export const isReading = (text: string): boolean => Number(pattern.exec(text)?.[1]) <= lastInstantMs;

function decode(text: string): { readonly millis: number; readonly counter: number } {
  const match = pattern.exec(text);
  if (!match) throw new RangeError(`Tick from a clock reading, not from "${text}"`);
  return { millis: Number(match[1]), counter: Number(match[2]) };
}

const reading = (millis: number, counter: number): string =>
  `${String(millis).padStart(16, '0')}-${String(counter).padStart(6, '0')}`;

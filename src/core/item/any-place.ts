import { randomInt } from './random.ts';
import type { Random } from './random.ts';

/** One of several versions of an item, listed by where the key stands in them: each that can be made is as likely. */
export function atAnyPlace<T>(versions: readonly (T | undefined)[], random: Random): T | undefined {
  const made = versions.filter((version) => version !== undefined);
  return made[randomInt(made.length, random)];
}

/** Sets of versions in order, those first in which the key can stand at every place, so that its place tells nothing. */
export function evenFirst<T>(sets: readonly (readonly (T | undefined)[])[]): typeof sets {
  const isEven = (versions: readonly (T | undefined)[]): boolean => !versions.includes(undefined);
  return [...sets.filter(isEven), ...sets.filter((versions) => !isEven(versions))];
}

import type { Random } from '#core/item/random.ts';

export const randomBelow = (random: Random, end: number): number => Math.floor(random() * end);

export function oneOf<T>(random: Random, values: readonly T[]): T {
  const value = values[randomBelow(random, values.length)];
  if (value === undefined) throw new RangeError('Choose from a list that is not empty');
  return value;
}

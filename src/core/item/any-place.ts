import { firstOf } from './first-of.ts';
import { randomInt } from './random.ts';
import type { Random } from './random.ts';

/**
 * One of several versions of an item, listed by where the key stands in them: where chance wishes it, or at the opposite
 * place where that version cannot be made, so that neither end is likelier, or else anywhere.
 */
export function atAnyPlace<T>(versions: readonly (T | undefined)[], random: Random): T | undefined {
  const place = randomInt(versions.length, random);
  const places = [place, versions.length - 1 - place, ...versions.keys()];
  return firstOf(places, (at) => versions[at]);
}

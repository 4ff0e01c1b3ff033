import type { Base } from '../fact/base.ts';
import type { Happening } from './chronicle.ts';
import type { Tile } from './layout.ts';
import { shuffle } from './random.ts';
import type { Random } from './random.ts';
import { statementOf } from './sentence.ts';

/** Happenings as tiles, numbered in the order given. */
export function tilesOf(base: Base, happenings: readonly Happening[]): readonly Tile[] {
  return happenings.map(({ fact, card, title }, index) => ({
    id: String(index + 1),
    text: title,
    fact: fact.id,
    card: card.id,
    truth: statementOf(base, fact),
  }));
}

/** A random order of three or more values that is neither the order given nor its reverse. */
export function jumbled<T>(values: readonly T[], random: Random): readonly T[] {
  const mixed = shuffle(values, random);
  const isSame = (order: readonly T[]): boolean => order.every((value, index) => value === mixed[index]);
  if (!isSame(values) && !isSame(values.toReversed())) return mixed;
  return [...mixed.slice(1), ...mixed.slice(0, 1)];
}

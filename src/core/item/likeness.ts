import { entityOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import type { Entity } from '../fact/entity.ts';
import type { Value } from '../fact/value.ts';
import { contentWords } from './words.ts';

/** How easily one value is taken for another, 0 to 6: things described in the same words, and places close together. */
export function likeness(base: Base, a: Value, b: Value): number {
  if (a.type !== 'entity' || b.type !== 'entity') return 0;
  const [one, other] = [entityOf(base, a.id), entityOf(base, b.id)];
  return Math.min(3, 0.8 * sharedWords(one, other)) + closeness(one, other);
}

function sharedWords(a: Entity, b: Entity): number {
  const words = wordsOf(b);
  return [...wordsOf(a)].filter((word) => words.has(word)).length;
}

/** 3 for the same spot, falling towards 0 with distance in degrees; 0 where a place is unknown. */
function closeness(a: Entity, b: Entity): number {
  if (!a.coordinates || !b.coordinates) return 0;
  const x = a.coordinates[0] - b.coordinates[0];
  const y = a.coordinates[1] - b.coordinates[1];
  return 3 / (1 + Math.sqrt(x * x + y * y) / 10);
}

const descriptions = new WeakMap<Entity, ReadonlySet<string>>();

function wordsOf(entity: Entity): ReadonlySet<string> {
  const known = descriptions.get(entity);
  if (known) return known;
  // Years are no likeness: much in a story happened in the same ones.
  const words = new Set([...contentWords(entity.description)].filter((word) => !/^\d+$/.test(word)));
  descriptions.set(entity, words);
  return words;
}

import { entityOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import type { Entity } from '../fact/entity.ts';
import type { Value } from '../fact/value.ts';
import { contentWords } from './words.ts';

/** How easily one value is taken for another, 0 to 8: things described in the same words, and places close together. */
export function likeness(base: Base, a: Value, b: Value): number {
  if (a.type !== 'entity' || b.type !== 'entity') return 0;
  const [one, other] = [entityOf(base, a.id), entityOf(base, b.id)];
  return Math.min(4, 1.2 * sharedWords(one, other)) + closeness(one.coordinates, other.coordinates);
}

function sharedWords(a: Entity, b: Entity): number {
  const words = wordsOf(b);
  return [...wordsOf(a)].filter((word) => words.has(word)).length;
}

/**
 * How near a place is to a thing, 4 to 0, but no nearer than the right one is: where the answer lies far away, neighbours
 * do not tempt. 0 where a place is unknown.
 */
export function closenessLike(base: Base, { coordinates }: Entity, key: Value, value: Value): number {
  const [right, other] = [key, value].map((one) =>
    one.type === 'entity' ? closeness(coordinates, entityOf(base, one.id).coordinates) : 0,
  );
  return Math.min(right ?? 0, other ?? 0);
}

/** Whether two places lie in one part of the world: some thirty degrees apart at most. */
export function areNeighbours(base: Base, a: Value, b: Value): boolean {
  const [one, other] = [a, b].map((value) =>
    value.type === 'entity' ? entityOf(base, value.id).coordinates : undefined,
  );
  return closeness(one, other) >= 0.4;
}

/** 4 for the same spot, falling towards 0 with the square of the distance: half of it at ten degrees. */
function closeness(a: Coordinates, b: Coordinates): number {
  if (!a || !b) return 0;
  const [x, y] = [a[0] - b[0], a[1] - b[1]];
  return 4 / (1 + (x * x + y * y) / 100);
}

type Coordinates = Entity['coordinates'];

const descriptions = new WeakMap<Entity, ReadonlySet<string>>();

function wordsOf(entity: Entity): ReadonlySet<string> {
  const known = descriptions.get(entity);
  if (known) return known;
  // Years are no likeness: much in a story happened in the same ones.
  const words = new Set([...contentWords(entity.description)].filter((word) => !/^\d+$/.test(word)));
  descriptions.set(entity, words);
  return words;
}

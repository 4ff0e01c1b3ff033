import { entityOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import type { EntityKind } from '../fact/entity.ts';
import type { Value } from '../fact/value.ts';

/** Kinds of which a map shows each by a shape or a point of its own. */
const drawnKinds: ReadonlySet<EntityKind> = new Set(['country', 'region', 'city', 'base']);

/** Whether a value is a place on the topic's map, not too near to its edge. */
export function isOnMap(base: Base, value: Value): boolean {
  const { mapArea } = base.topic;
  if (value.type !== 'entity' || !mapArea) return false;
  const { kind, coordinates } = entityOf(base, value.id);
  if (!drawnKinds.has(kind) || !coordinates) return false;
  const [west, south, east, north] = mapArea;
  return isWithin(coordinates[0], west, east) && isWithin(coordinates[1], south, north);
}

const isWithin = (place: number, from: number, to: number): boolean =>
  Math.min(place - from, to - place) >= edge * (to - from);

/** The share of the map on each side where a point would be hard to see and to hit. */
const edge = 0.02;

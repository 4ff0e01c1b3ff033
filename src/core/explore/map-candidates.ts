import { entityOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import type { EntityId } from '../fact/value.ts';
import type { Option } from '../item/item.ts';
import { entityOnMap } from './map.ts';
import type { MapDrawing, MapWindow, PlaceSort } from './map.ts';
import { project } from './projection.ts';

/** An option as it stands on the map: a point, and the outline where it is an area. */
export interface MapCandidate {
  readonly option: string;
  readonly x: number;
  readonly y: number;
  readonly path?: string;
}

/** The options as the map shows them, in their order; one that it does not draw stands at its coordinates. */
export function candidatesOnMap(
  base: Base,
  drawing: MapDrawing,
  options: readonly Option[],
): readonly MapCandidate[] {
  const places = spotsByEntity(base, drawing);
  return options.flatMap(({ id, entity }) => {
    const spot = entity && (places.get(entity) ?? spotOf(base, entity));
    return spot ? [{ option: id, ...spot }] : [];
  });
}

function spotOf(base: Base, id: EntityId): Spot | undefined {
  const { coordinates } = entityOf(base, id);
  if (!coordinates) return undefined;
  const [x, y] = project(coordinates);
  return { x, y };
}

type Spot = Omit<MapCandidate, 'option'>;

function spotsByEntity(base: Base, { countries, regions, places }: MapDrawing): ReadonlyMap<string, Spot> {
  const spots = new Map<string, Spot>();
  const add = (name: string, sort: PlaceSort, spot: Spot): void => {
    const entity = entityOnMap(base, name, sort);
    if (entity && !spots.has(entity.id)) spots.set(entity.id, spot);
  };
  for (const { name, x, y } of places) add(name, 'place', { x, y });
  for (const { name, path, centre } of countries) add(name, 'country', { x: centre[0], y: centre[1], path });
  for (const { name, path, centre } of regions) add(name, 'region', { x: centre[0], y: centre[1], path });
  return spots;
}

/** How much of the picture stays free on each side of the outermost points, and the least width shown, as shares. */
const margin = 0.22;
const leastWidth = 0.25;

/** The part of the map around some points, in the shape of the whole, so that they stand as far apart as can be. */
export function frameAround(
  points: readonly Pick<MapCandidate, 'x' | 'y'>[],
  { whole }: Pick<MapDrawing, 'whole'>,
): MapWindow {
  const [left, top, fullWidth, fullHeight] = whole;
  if (points.length === 0) return whole;
  const [minX, maxX] = ends(points.map(({ x }) => x));
  const [minY, maxY] = ends(points.map(({ y }) => y));
  const grow = 1 / (1 - 2 * margin);
  const share = Math.max(leastWidth, ((maxX - minX) * grow) / fullWidth, ((maxY - minY) * grow) / fullHeight);
  if (share >= 1) return whole;
  const [width, height] = [fullWidth * share, fullHeight * share];
  const within = (centre: number, size: number, from: number, full: number): number =>
    Math.min(from + full - size, Math.max(from, centre - size / 2));
  return [
    within((minX + maxX) / 2, width, left, fullWidth),
    within((minY + maxY) / 2, height, top, fullHeight),
    width,
    height,
  ];
}

const ends = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];

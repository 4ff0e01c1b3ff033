import { project } from '../core/explore/projection.ts';

/** What we read of a TopoJSON topology with integer deltas. */
export interface Topology {
  readonly transform: { readonly scale: Point; readonly translate: Point };
  readonly arcs: readonly (readonly Point[])[];
  readonly objects: Readonly<Record<string, { readonly geometries: readonly Geometry[] }>>;
}

export interface Geometry {
  readonly type: string;
  readonly id: string;
  readonly properties: { readonly name: string };
  readonly arcs?: unknown;
}

export type Point = readonly [number, number];
export type Ring = readonly Point[];

/** A geometry's rings as projected points. */
export function ringsOf(topology: Topology, geometry: Geometry): readonly Ring[] {
  const polygons = (
    geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs
  ) as readonly (readonly (readonly number[])[])[];
  const positions = topology.arcs.map((arc) => positionsOf(topology, arc));
  return polygons.flat().map((indexes) => indexes.flatMap((index) => arcAt(positions, index)).map(project));
}

/** The rings as one SVG path, relative and without repeated points. */
export function pathOf(rings: readonly Ring[]): string {
  return rings.map(ringPath).join('');
}

/** The middle of the largest ring's box: good enough to put a name on. */
export function centreOf(rings: readonly Ring[]): Point {
  const boxes = rings.map(boxOf).toSorted((a, b) => b[2] * b[3] - a[2] * a[3]);
  const [left, top, width, height] = boxes[0] ?? [0, 0, 0, 0];
  return [round(left + width / 2), round(top + height / 2)];
}

/** Left, top, width and height of the points. */
export function boxOf(points: Ring): readonly [number, number, number, number] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return [left, top, round(Math.max(...xs) - left), round(Math.max(...ys) - top)];
}

/** Deltas to degrees. */
function positionsOf({ transform }: Topology, arc: readonly Point[]): readonly Point[] {
  let x = 0;
  let y = 0;
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [
      x * transform.scale[0] + transform.translate[0],
      y * transform.scale[1] + transform.translate[1],
    ] as const;
  });
}

/** A negative index is the arc `~index` backwards. */
function arcAt(positions: readonly (readonly Point[])[], index: number): readonly Point[] {
  const arc = positions[index < 0 ? ~index : index] ?? [];
  return index < 0 ? arc.toReversed() : arc;
}

function ringPath(ring: Ring): string {
  let [lastX, lastY] = ring[0] ?? [0, 0];
  const steps: string[] = [];
  for (const [x, y] of ring.slice(1)) {
    const dx = round(x - lastX);
    const dy = round(y - lastY);
    if (dx === 0 && dy === 0) continue;
    steps.push(`${dx}${dy < 0 ? '' : ' '}${dy}`);
    [lastX, lastY] = [x, y];
  }
  return `M${(ring[0] ?? [0, 0]).join(' ')}l${steps.join(' ')}z`.replaceAll(' -', '-');
}

const round = (value: number): number => Math.round(value * 10) / 10 || 0;

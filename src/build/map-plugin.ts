import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Plugin, normalizePath } from 'vite';

import type { MapDrawing, MapGroup, MapRoute, MapShape, MapWindow } from '../core/explore/map.ts';
import { project } from '../core/explore/projection.ts';
import { boxOf, centreOf, pathOf, ringsOf } from './map-shapes.ts';
import type { Point, Topology } from './map-shapes.ts';

const moduleId = 'virtual:map';
const resolvedId = `\0${moduleId}`;

interface MapFile {
  readonly topology: string;
  readonly since: string;
  readonly focus: string;
  /** West, south, east, north in degrees. */
  readonly view: readonly [number, number, number, number];
  readonly groups: readonly MapGroup[];
  readonly routes: readonly MapRoute[];
}

interface PointRecord {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly country: string;
  readonly lon: number;
  readonly lat: number;
}

/** Draws `content/map/` once as SVG paths and offers them as `virtual:map`: no map library at run time. */
export function mapPlugin(): Plugin {
  const mapDir = resolve('content/map');
  return {
    name: 'harmattan:map',
    resolveId: (id) => (id === moduleId ? resolvedId : undefined),
    load: (id) =>
      id === resolvedId ? `export const map = ${JSON.stringify(drawMap(mapDir))};\n` : undefined,
    configureServer(server) {
      server.watcher.on('all', (_event, path) => {
        const drawn = server.moduleGraph.getModuleById(resolvedId);
        if (!drawn || !normalizePath(path).startsWith(`${normalizePath(mapDir)}/`)) return;
        server.moduleGraph.invalidateModule(drawn);
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}

/** The map as the page shows it. */
export function drawMap(directory: string): MapDrawing {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(directory, file), 'utf8'));
  const { topology: file, view, ...map } = read('map.json') as MapFile;
  const topology = read(file) as Topology;
  const points = read('points.json') as readonly PointRecord[];
  return {
    ...map,
    countries: shapesOf(topology, 'countries'),
    regions: shapesOf(topology, 'regions'),
    places: points.map(({ id, name, kind, country, lon, lat }) => {
      const [x, y] = project([lon, lat]);
      return { id, name, kind, country, x, y };
    }),
    whole: boxOf([project([view[0], view[1]]), project([view[2], view[3]])]),
    near: nearWindow(topology, map.focus),
  };
}

function shapesOf(topology: Topology, object: string): readonly MapShape[] {
  return (topology.objects[object]?.geometries ?? []).map((geometry) => {
    const rings = ringsOf(topology, geometry);
    return {
      id: geometry.id,
      name: geometry.properties.name,
      path: pathOf(rings),
      centre: centreOf(rings),
    };
  });
}

/** The box of the country that the map is about, with some air. */
function nearWindow(topology: Topology, focus: string): MapWindow {
  const country = topology.objects.countries?.geometries.find(({ id }) => id === focus);
  if (!country) throw new RangeError(`Name a drawn country as the focus of the map, not "${focus}"`);
  const points: readonly Point[] = ringsOf(topology, country).flat();
  const [left, top, width, height] = boxOf(points);
  const air = width / 20;
  return [left - air, top - air, width + 2 * air, height + 2 * air].map((value) => Math.round(value)) as [
    number,
    number,
    number,
    number,
  ];
}

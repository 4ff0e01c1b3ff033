import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Plugin, normalizePath } from 'vite';

import type { MapDrawing, MapGroup, MapRoute, MapShape, MapWindow } from '../core/explore/map.ts';
import { project } from '../core/explore/projection.ts';
import { boxOf, centreOf, pathOf, ringsOf } from './map-shapes.ts';
import type { Point, Topology } from './map-shapes.ts';

const moduleId = 'virtual:maps';
const drawnId = 'virtual:map/';

/** `map.json` of a topic. */
interface MapFile {
  /** A file of content/map with the object `countries`. */
  readonly topology: string;
  /** Its object with the regions to draw, if any. */
  readonly regions?: string;
  readonly title: string;
  readonly credits: string;
  /** Id of the country that it is about, if it is about one. */
  readonly focus?: string;
  /** West, south, east, north in degrees. */
  readonly view: readonly [number, number, number, number];
  /** Ids of points.json; all when it is left out. */
  readonly places?: readonly string[];
  readonly since: string;
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

/**
 * Draws the map of each topic that has one, once, as SVG paths, and offers them as `virtual:maps`. A map is a chunk
 * of its own, fetched when its page is opened; no map library is shipped.
 */
export function mapPlugin(): Plugin {
  const contentDir = resolve('content');
  return {
    name: 'harmattan:map',
    resolveId: (id) => (id === moduleId || id.startsWith(drawnId) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${moduleId}`) return listOfMaps(topicsWithMap(contentDir));
      if (!id.startsWith(`\0${drawnId}`)) return undefined;
      const drawing = drawMap(contentDir, id.slice(drawnId.length + 1));
      return `export const map = ${JSON.stringify(drawing)};\n`;
    },
    configureServer(server) {
      server.watcher.on('all', (_event, path) => {
        if (!normalizePath(path).startsWith(`${normalizePath(contentDir)}/`) || !path.endsWith('.json')) return;
        server.moduleGraph.invalidateAll();
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}

/** Ids of the topics that have a map, by name. */
export function topicsWithMap(contentDir: string): readonly string[] {
  const topics = readdirSync(join(contentDir, 'topics')).toSorted();
  return topics.filter((topic) => existsSync(mapFileOf(contentDir, topic)));
}

/** The map of a topic as the page shows it. */
export function drawMap(contentDir: string, topic: string): MapDrawing {
  const atlas = (file: string): unknown => readJson(join(contentDir, 'map', file));
  const {
    topology: file,
    view,
    regions,
    places,
    ...map
  } = readJson(mapFileOf(contentDir, topic)) as MapFile;
  const topology = atlas(file) as Topology;
  const points = atlas('points.json') as readonly PointRecord[];
  const whole = boxOf([project([view[0], view[1]]), project([view[2], view[3]])]);
  return {
    ...map,
    countries: shapesOf(topology, 'countries', whole),
    regions: regions === undefined ? [] : shapesOf(topology, regions, whole),
    places: points
      .filter(({ id }) => places?.includes(id) ?? true)
      .map(({ id, name, kind, country, lon, lat }) => {
        const [x, y] = project([lon, lat]);
        return { id, name, kind, country, x, y };
      }),
    whole,
    ...(map.focus !== undefined && { near: nearWindow(topology, map.focus) }),
  };
}

const mapFileOf = (contentDir: string, topic: string): string =>
  join(contentDir, 'topics', topic, 'map.json');
const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

function listOfMaps(topics: readonly string[]): string {
  const entries = topics.map(
    (topic) => `'${topic}': () => import('${drawnId}${topic}').then(({ map }) => map)`,
  );
  return `export const maps = { ${entries.join(', ')} };\n`;
}

/** The shapes of which something is in view. */
function shapesOf(topology: Topology, object: string, view: MapWindow): readonly MapShape[] {
  return (topology.objects[object]?.geometries ?? []).flatMap((geometry) => {
    const rings = ringsOf(topology, geometry);
    if (!meet(boxOf(rings.flat()), view)) return [];
    const { id, properties } = geometry;
    return [{ id, name: properties.name, path: pathOf(rings), centre: centreOf(rings) }];
  });
}

const meet = (a: MapWindow, b: MapWindow): boolean =>
  a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];

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

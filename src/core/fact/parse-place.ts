import { readList, readNumber, refuse } from './parse-record.ts';
import type { Raw } from './parse-record.ts';
import type { MapArea } from './topic.ts';

/** Reads `[longitude, latitude]`. */
export function readCoordinates(raw: Raw): readonly [number, number] {
  const [longitude = 0, latitude = 0, ...rest] = readList(raw).map(readNumber);
  const pair = Array.isArray(raw.value) && raw.value.length === 2 && rest.length === 0;
  if (pair && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) return [longitude, latitude];
  return refuse(raw, [0, 0], {
    code: 'wrong-type',
    message: `${JSON.stringify(raw.value)} is not a place on Earth`,
    remedy: 'write [longitude, latitude] in degrees, such as [2.11, 13.51]',
  });
}

/** Reads `[west, south, east, north]`. */
export function readMapArea(raw: Raw): MapArea {
  const [west = 0, south = 0, east = 0, north = 0, ...rest] = readList(raw).map(readNumber);
  const four = Array.isArray(raw.value) && raw.value.length === 4 && rest.length === 0;
  const onEarth = west >= -180 && south >= -90 && east <= 180 && north <= 90;
  if (four && onEarth && west < east && south < north) return [west, south, east, north];
  return refuse(raw, [0, 0, 0, 0], {
    code: 'wrong-type',
    message: `${JSON.stringify(raw.value)} is not a part of the Earth`,
    remedy: 'write [west, south, east, north] in degrees, such as [-18.4, 3.4, 20, 25]',
  });
}

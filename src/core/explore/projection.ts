/** Units of the drawing for a degree of longitude. */
const unitsPerDegree = 20;

/** Mercator: longitude and latitude in degrees to the units of the maps that the build draws, y downwards. */
export function project([longitude, latitude]: readonly [number, number]): readonly [number, number] {
  const angle = Math.PI / 4 + (latitude * Math.PI) / 360;
  const northing = (Math.log(Math.tan(angle)) * 180) / Math.PI;
  return [round(longitude * unitsPerDegree), round(-northing * unitsPerDegree)];
}

const round = (value: number): number => Math.round(value * 10) / 10 || 0;

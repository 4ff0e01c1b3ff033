import fc from 'fast-check';
import { expect, test } from 'vitest';
import { candidatesOnMap, frameAround } from '#core/explore/map-candidates.ts';
import type { MapDrawing } from '#core/explore/map.ts';
import { indexTopic } from '#core/fact/base.ts';
import { entity, entityId, harbourBase } from '../topic.ts';

const drawing: MapDrawing = {
  title: 'The coast',
  credits: 'Nobody',
  since: '2023-01-01',
  countries: [{ id: 'N', name: 'Northland', path: 'M0 0', centre: [10, 20] }],
  regions: [],
  places: [{ id: 'port', name: 'Portville', kind: 'town', country: 'N', x: 3, y: 4 }],
  routes: [],
  groups: [],
  focus: 'N',
  whole: [0, 0, 100, 80],
  near: [0, 0, 50, 40],
};

const { topic } = harbourBase();
const base = indexTopic({
  ...topic,
  entities: [
    ...topic.entities,
    entity('port', { kind: 'city', name: 'Portville' }),
    entity('inland', { kind: 'city', name: 'Inland', coordinates: [2, 0] }),
    entity('north', { kind: 'country', name: 'The North', aliases: ['Northland'] }),
  ],
});
const option = (id: string, of?: string) => ({
  id,
  text: id,
  correct: false,
  ...(of !== undefined && { entity: entityId(of) }),
});

test('candidatesOnMap() finds options by their entity, else by their coordinates', () => {
  const options = [option('a', 'north'), option('b', 'inland'), option('c', 'port'), option('d')];
  expect(candidatesOnMap(base, drawing, options)).toEqual([
    { option: 'a', x: 10, y: 20, path: 'M0 0' },
    { option: 'b', x: 40, y: 0 },
    { option: 'c', x: 3, y: 4 },
  ]);
});

test('frameAround() holds every point, keeps the shape of the whole and stays inside it', () => {
  const point = fc.record({
    x: fc.double({ min: 0, max: 100, noNaN: true }),
    y: fc.double({ min: 0, max: 80, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(point), (points) => {
      const [left, top, width, height] = frameAround(points, drawing);
      const slack = 1e-6;
      expect(width / height).toBeCloseTo(100 / 80, 6);
      expect(
        left >= -slack && top >= -slack && left + width <= 100 + slack && top + height <= 80 + slack,
      ).toBe(true);
      for (const { x, y } of points) {
        expect(
          x >= left - slack && x <= left + width + slack && y >= top - slack && y <= top + height + slack,
        ).toBe(true);
      }
    }),
  );
});

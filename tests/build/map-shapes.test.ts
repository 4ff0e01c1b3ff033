import { expect, test } from 'vitest';

import { project } from '#core/explore/projection.ts';
import { pathOf, ringsOf } from '../../src/build/map-shapes.ts';

test('project() keeps the equator, and puts north above', () => {
  expect(project([10, 0])).toEqual([200, 0]);
  expect(project([10, 10])[1]).toBeLessThan(0);
});

test('ringsOf() reads an arc backwards where its index is negative', () => {
  const topology = {
    transform: { scale: [1, 1], translate: [0, 0] },
    arcs: [
      [
        [0, 0],
        [1, 0],
      ],
    ],
    objects: {},
  } as const;
  const geometry = { type: 'Polygon', id: 'A', properties: { name: 'A' }, arcs: [[~0]] };
  expect(ringsOf(topology, geometry)).toEqual([[[20, 0], [0, 0]]]);
});

test('pathOf() writes relative steps and leaves out steps of nothing', () => {
  expect(pathOf([[[1, 1], [1, 1], [2, 0.5], [1, 1]]])).toBe('M1 1l1-0.5-1 0.5z');
});

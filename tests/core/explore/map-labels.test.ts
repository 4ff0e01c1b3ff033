import { expect, test } from 'vitest';

import { labelsThatFit } from '#core/explore/map-labels.ts';

const lettering = { frame: [0, 0, 100, 100], letter: 2, line: 4 } as const;

test('labelsThatFit() keeps the earlier of two that cover each other, and none outside the frame', () => {
  const labels = [
    { id: 'first', text: 'Port Alba', x: 10, y: 10 },
    { id: 'under', text: 'Brevik', x: 14, y: 12 },
    { id: 'beside', text: 'Corran', x: 40, y: 10 },
    { id: 'over-the-edge', text: 'Corran', x: 95, y: 50 },
  ];
  expect([...labelsThatFit(labels, lettering)]).toEqual(['first', 'beside']);
});

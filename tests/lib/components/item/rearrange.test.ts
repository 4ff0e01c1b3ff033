import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moved, placeAt } from '#lib/components/item/rearrange.ts';

test('moved() puts one element at another place and keeps the order of the rest', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(), { minLength: 1 }),
      fc.nat(),
      fc.integer({ min: -3, max: 20 }),
      (list, at, to) => {
        const element = list[at % list.length] ?? 0;
        const next = moved(list, element, to);
        expect(next.indexOf(element)).toBe(Math.min(list.length - 1, Math.max(0, to)));
        expect(next.filter((other) => other !== element)).toEqual(list.filter((other) => other !== element));
      },
    ),
  );
});

const rows = [
  { top: 0, height: 40 },
  { top: 48, height: 80 },
  { top: 136, height: 40 },
];

test.each([
  [0, 60, 0],
  [0, 89, 1],
  [1, 60, 1],
  [1, 19, 0],
  [1, 157, 2],
  [2, 400, 2],
  [0, -50, 0],
])('placeAt() from place %i with the pointer at %i is %i', (place, y, expected) => {
  expect(placeAt(rows, place, y)).toBe(expected);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { around, orderBy } from '#core/fact/ordered.ts';

test('around() gives the nearest values on either side, in order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 50 })),
      fc.integer({ min: 0, max: 50 }),
      fc.nat(5),
      (values, rank, reach) => {
        const sorted = values.toSorted((a, b) => a - b);
        const expected = [
          ...sorted.filter((value) => value < rank).slice(reach === 0 ? values.length : -reach),
          ...sorted.filter((value) => value >= rank).slice(0, reach),
        ];
        expect(
          around(
            orderBy(values, (value) => value),
            rank,
            reach,
          ),
        ).toEqual(expected);
      },
    ),
    { seed: 1 },
  );
});

test('around() of nothing is nothing', () => {
  expect(around(undefined, 3, 5)).toEqual([]);
});

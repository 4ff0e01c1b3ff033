import { describe, expect, test } from 'vitest';
import { atAnyPlace, evenFirst } from '#core/item/any-place.ts';
import { seededRandom } from '#core/item/random.ts';

/** How often each of the versions comes up in many draws. */
function tally(versions: readonly (string | undefined)[]): Readonly<Record<string, number>> {
  const random = seededRandom('places');
  const counts: Record<string, number> = {};
  for (let draw = 0; draw < 3000; draw += 1) {
    const version = atAnyPlace(versions, random) ?? 'none';
    counts[version] = (counts[version] ?? 0) + 1;
  }
  return counts;
}

describe('atAnyPlace()', () => {
  test('gives every version as often', () => {
    for (const count of Object.values(tally(['a', 'b', 'c'])))
      expect(Math.abs(count - 1000)).toBeLessThan(120);
  });

  test('gives those that can be made as often', () => {
    const { a = 0, b = 0, c } = tally(['a', 'b', undefined]);
    expect(Math.abs(a - b)).toBeLessThan(180);
    expect(c).toBeUndefined();
  });

  test('gives what there is, or nothing', () => {
    expect(tally([undefined, 'b', undefined])).toEqual({ b: 3000 });
    expect(tally([undefined, undefined])).toEqual({ none: 3000 });
  });
});

test('evenFirst() puts first what can stand at every place', () => {
  expect(
    evenFirst([
      ['a', undefined],
      ['b', 'c'],
    ]),
  ).toEqual([
    ['b', 'c'],
    ['a', undefined],
  ]);
});

import { describe, expect, test } from 'vitest';
import type { Task } from '#core/item/draft.ts';
import { drawEvenly, mostLean } from '#core/item/even-draw.ts';
import { fairAmong } from '#core/item/fair.ts';
import { seededRandom } from '#core/item/random.ts';

const named = (...texts: readonly string[]) => texts.map((text) => ({ text }));
const names = named('Ada Berg', 'Ben Carolson', 'Cleo Dahl', 'Dan Eriksenius', 'Eva Fo', 'Finn Grahamson');

function sharesOf<T>(
  wrong: readonly { readonly text: string }[],
  key: string,
  of: (chosen: readonly string[]) => T,
) {
  const random = seededRandom('fair');
  const task: Pick<Task, 'draw'> = {
    draw: (prospects, most = mostLean) => drawEvenly(prospects, random, most)?.value,
  };
  const counts = new Map<T, number>();
  for (let draw = 0; draw < 2000; draw += 1) {
    const chosen = fairAmong(task, { text: key }, 'Who spoke?', wrong, { count: 2 });
    const which = of(chosen?.map(({ text }) => text) ?? []);
    counts.set(which, (counts.get(which) ?? 0) + 1 / 2000);
  }
  return counts;
}

describe('fairAmong()', () => {
  test('makes a key of middle length the longest as often as chance gives', () => {
    const longest = sharesOf(names, 'Gil Hansen', (chosen) => chosen.every((text) => text.length < 10));
    expect(longest.get(true)).toBeCloseTo(1 / 3, 1);
  });

  test('puts an amount first, second and last as often', () => {
    const amounts = named('10 boats', '20 boats', '40 boats', '50 boats', '60 boats');
    const places = sharesOf(amounts, '30 boats', (chosen) => chosen.filter((text) => text < '30').length);
    for (const place of [0, 1, 2]) expect(places.get(place)).toBeCloseTo(1 / 3, 1);
  });

  test('offers nothing where the key would be the longest or the last of any', () => {
    expect(sharesOf(names, 'Eva', ({ length }) => length)).toEqual(new Map([[0, expect.closeTo(1)]]));
    const less = named('10 boats', '11 boats', '12 boats', '20 boats', '21 boats');
    expect(sharesOf(less, '30 boats', ({ length }) => length)).toEqual(new Map([[0, expect.closeTo(1)]]));
  });
});

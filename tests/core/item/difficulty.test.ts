import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difficultyOf } from '#core/item/difficulty.ts';
import type { Levers } from '#core/item/difficulty.ts';
import { itemsOf, makeItem } from '#core/item/generate.ts';
import { card, harbourBase } from '../topic.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const levers: fc.Arbitrary<Levers> = fc.record({
  effort: share,
  rarity: share,
  nearness: share,
  exactness: share,
  steps: share,
});

describe('difficultyOf()', () => {
  test('lies between 0 and 1 and reaches both', () => {
    fc.assert(
      fc.property(levers, (own) => difficultyOf(own) >= 0 && difficultyOf(own) <= 1),
      { seed: 1 },
    );
    const all = (value: number): Levers => ({
      effort: value,
      rarity: value,
      nearness: value,
      exactness: value,
      steps: value,
    });
    expect([difficultyOf(all(0)), difficultyOf(all(1))]).toEqual([0, 1]);
  });

  test('never falls when a lever rises', () => {
    const names = ['effort', 'rarity', 'nearness', 'exactness', 'steps'] as const;
    fc.assert(
      fc.property(
        levers,
        fc.constantFrom(...names),
        share,
        (own, name, more) => difficultyOf({ ...own, [name]: Math.max(own[name], more) }) >= difficultyOf(own),
      ),
      { seed: 2 },
    );
  });
});

describe('the levers of an item', () => {
  const base = harbourBase();

  test('lie between 0 and 1 and predict its difficulty', () => {
    for (const item of itemsOf(base, 1)) {
      for (const lever of Object.values(item.levers)) expect(lever).toBe(Math.min(1, Math.max(0, lever)));
      expect(item.difficulty).toBe(difficultyOf(item.levers));
    }
  });

  test('make recall harder than recognition of the same fact', () => {
    const [chosen, typed] = (['single-choice', 'typed'] as const).map((form) =>
      makeItem(base, card('opening-date', 'object'), form, 1),
    );
    expect(typed?.difficulty).toBeGreaterThan(chosen?.difficulty ?? 1);
  });
});

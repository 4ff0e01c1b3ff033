import { describe, expect, test } from 'vitest';
import { factOf } from '#core/fact/base.ts';
import type { Base } from '#core/fact/base.ts';
import type { FactId } from '#core/fact/fact.ts';
import { grade } from '#core/review/grade.ts';
import { coast, itemsOfForm, layoutOf, regattas } from '../form-topics.ts';

const sort = (base: Base) =>
  itemsOfForm(base, 'categorise', [1, 2, 3]).map((item) => ({ item, ...layoutOf(item, 'match') }));
const timed = sort(regattas);
const listed = sort(coast).filter(({ item }) => item.stem.includes('member'));
const all = [...timed, ...listed];

function isoOf(id: FactId | undefined): string {
  const object = id && factOf(regattas, id).object;
  return object?.type === 'date' ? object.date.iso : '';
}

describe('categorise', () => {
  test('leaves no class empty and none that counting would fill', () => {
    expect(all.length).toBeGreaterThan(250);
    for (const { tiles, targets, solution, shared } of all) {
      const sizes = targets.map(({ id }) => tiles.filter((tile) => solution[tile.id] === id).length);
      expect(shared).toBe(true);
      expect(Math.min(...sizes)).toBeGreaterThan(0);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      expect([2, 3]).toContain(targets.length);
    }
  });

  test('puts every happening on its side of the moment', () => {
    const moments = timed.filter(({ targets }) => targets[0]?.text === 'Before');
    expect(moments.length).toBeGreaterThan(50);
    for (const { item, tiles, targets, solution } of moments) {
      const pivot = isoOf(item.facts.find((id) => tiles.every(({ fact }) => fact !== id)));
      for (const { id, fact } of tiles) {
        const side = targets.find((target) => target.id === solution[id])?.text;
        expect(isoOf(fact) < pivot ? 'Before' : 'After').toBe(side);
      }
    }
  });

  test('puts every happening into its year', () => {
    const years = timed.filter(({ targets }) => targets[0]?.text !== 'Before');
    expect(years.length).toBeGreaterThan(50);
    for (const { tiles, targets, solution } of years) {
      for (const { id, fact } of tiles) {
        expect(targets.find((target) => target.id === solution[id])?.text).toBe(isoOf(fact).slice(0, 4));
      }
    }
  });

  test('tells the members of a complete list from others', () => {
    expect(listed.length).toBeGreaterThan(0);
    for (const { tiles, targets, solution } of listed) {
      for (const { id, text } of tiles) {
        const sorted = targets.find((target) => target.id === solution[id])?.text;
        expect(sorted).toBe(['Port Alba', 'Brevik', 'Corran'].includes(text) ? 'Yes' : 'No');
      }
    }
  });

  test('takes its solution as right', () => {
    for (const { item, solution } of all) {
      const pairs = Object.entries(solution).map(([tile, target]) => ({ tile, target }));
      expect(grade(item, { type: 'match', pairs }).marks).toBe(1);
    }
  });
});

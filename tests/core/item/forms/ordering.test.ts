import { describe, expect, test } from 'vitest';
import { factOf } from '#core/fact/base.ts';
import { firstDayOf, lastDayOf } from '#core/fact/calendar.ts';
import type { Tile } from '#core/item/layout.ts';
import { mentions } from '#core/item/words.ts';
import { grade } from '#core/review/grade.ts';
import { itemsOfForm, layoutOf, regattas } from '../form-topics.ts';

const items = itemsOfForm(regattas, 'ordering');
const isoOf = ({ fact }: Tile): string => {
  const { object } = factOf(regattas, fact);
  return object.type === 'date' ? object.date.iso : '';
};
const tilesInOrder = (item: (typeof items)[number]): readonly Tile[] => {
  const { tiles, solution } = layoutOf(item, 'order');
  return solution.flatMap((id) => tiles.find((tile) => tile.id === id) ?? []);
};

describe('ordering', () => {
  test('asks every happening that has enough neighbours', () => {
    expect(items.length).toBeGreaterThan(150);
  });

  test('solves by days that are apart by more than a time zone', () => {
    for (const item of items) {
      const dates = tilesInOrder(item).map(isoOf);
      for (const [index, iso] of dates.slice(1).entries()) {
        expect((firstDayOf(iso) ?? 0) - (lastDayOf(dates[index] ?? '') ?? 0)).toBeGreaterThanOrEqual(2);
      }
    }
  });

  test('shows neither the right order nor its reverse', () => {
    for (const item of items) {
      const { tiles, solution } = layoutOf(item, 'order');
      const shown = tiles.map(({ id }) => id).join();
      expect([solution.join(), solution.toReversed().join()]).not.toContain(shown);
    }
  });

  test('shows no date and nothing twice', () => {
    for (const item of items) {
      const { tiles } = layoutOf(item, 'order');
      expect(tiles.filter((tile) => mentions(tile.text, isoOf(tile).slice(0, 4)))).toEqual([]);
      expect(new Set(tiles.map(({ text }) => text)).size).toBe(tiles.length);
    }
  });

  test('tells about the card of every tile, its own first', () => {
    for (const item of items) {
      expect(item.cards[0]).toBe(item.card);
      expect(new Set(item.cards)).toEqual(new Set(layoutOf(item, 'order').tiles.map(({ card }) => card)));
    }
  });

  test('takes its solution as right and the order shown as not', () => {
    for (const item of items) {
      const { tiles, solution } = layoutOf(item, 'order');
      expect(grade(item, { type: 'order', order: solution }).marks).toBe(1);
      expect(grade(item, { type: 'order', order: tiles.map(({ id }) => id) }).marks).toBeLessThan(1);
    }
  });
});

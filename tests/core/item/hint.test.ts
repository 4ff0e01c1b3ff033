import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstDayOf, lastDayOf } from '#core/fact/calendar.ts';
import { itemsOf } from '#core/item/generate.ts';
import { hintsOf } from '#core/item/hint.ts';
import type { Hint } from '#core/item/hint.ts';
import type { Entry, Item, ItemId } from '#core/item/item.ts';
import { mentions } from '#core/item/words.ts';
import { grade } from '#core/review/grade.ts';
import { coast } from './form-topics.ts';

const items = itemsOf(coast, 1);
const some = (interaction: Item['interaction']): Item => {
  const found = items.find((item) => item.interaction === interaction);
  if (!found) throw new RangeError(`Make the topic give an item for "${interaction}"`);
  return found;
};
const typed = (key: string, entry: Entry = { type: 'words' }, stem = 'What is it?'): Item => ({
  ...some('text-entry'),
  stem,
  key,
  accepted: [key],
  entry,
});
const dated = (iso: string, precision: 'year' | 'month' | 'day', stem?: string): readonly Hint[] =>
  hintsOf(typed(iso, { type: 'date', date: { iso, precision } }, stem));

describe('hintsOf()', () => {
  test.each(['choice', 'multiple-choice', 'point'] as const)(
    'takes wrong options away, never a right one, and leaves one wrong: %s',
    (interaction) => {
      const choices = items.filter((item) => item.interaction === interaction);
      expect(choices.some((item) => hintsOf(item).length > 0)).toBe(true);
      for (const item of choices) {
        const struck = hintsOf(item).map((hint) => (hint.type === 'struck' ? hint.option : ''));
        const wrong = item.options.filter(({ correct }) => !correct).map(({ id }) => id);
        expect(wrong).toEqual(expect.arrayContaining(struck));
        expect(new Set(struck).size).toBe(wrong.length - 1);
      }
    },
  );

  test('of tiles in an order tell which of two comes first, and leave a pair to be known', () => {
    const orders = items.filter(({ layout }) => layout?.type === 'order');
    expect(orders.length).toBeGreaterThan(0);
    for (const item of orders) {
      if (item.layout?.type !== 'order') continue;
      const { solution } = item.layout;
      const hints = hintsOf(item);
      expect(hints.length).toBe(Math.min(2, solution.length - 2));
      for (const hint of hints) {
        if (hint.type !== 'before') throw new TypeError('Hint at pairs only');
        expect(solution.indexOf(hint.later)).toBe(solution.indexOf(hint.earlier) + 1);
      }
      expect(new Set(hints.map((hint) => JSON.stringify(hint))).size).toBe(hints.length);
    }
  });

  test('of tiles to join rule out what is wrong, and never leave a tile one target only', () => {
    const matches = items.filter(({ layout }) => layout?.type === 'match');
    expect(matches.some((item) => hintsOf(item).length > 0)).toBe(true);
    for (const item of matches) {
      if (item.layout?.type !== 'match') continue;
      const { solution, targets } = item.layout;
      const hints = hintsOf(item);
      const tiles = hints.map((hint) => {
        if (hint.type !== 'apart') throw new TypeError('Rule out only');
        expect(targets.map(({ id }) => id)).toContain(hint.target);
        expect(solution[hint.tile]).not.toBe(hint.target);
        return hint.tile;
      });
      expect(new Set(tiles).size).toBe(tiles.length);
      if (tiles.length > 0) expect(targets.length).toBeGreaterThan(2);
    }
  });

  test('narrow an axis down to a half and a quarter, in which the right date lies anywhere', () => {
    const days = (iso: string) => [firstDayOf(iso) ?? 0, lastDayOf(iso) ?? 0] as const;
    const places: number[] = [];
    for (const { layout, ...item } of items) {
      if (layout?.type !== 'axis') continue;
      const [first, last] = [days(layout.right[0])[0], days(layout.right[1])[1]];
      for (let other = 0; other < 12; other += 1) {
        const hints = hintsOf({ ...item, layout, id: `${other}` as ItemId });
        expect(hints.length).toBeGreaterThan(0);
        let [least, most] = [days(layout.start)[0], days(layout.end)[1]];
        for (const hint of hints) {
          if (hint.type !== 'dates') throw new TypeError('Hint at dates only');
          const [from, to] = [days(hint.from)[0], days(hint.to)[1]];
          // Months are given whole.
          expect([from >= least - 31, to <= most + 31, from <= first, to >= last]).toEqual(
            Array(4).fill(true),
          );
          expect(to - from + 1).toBeGreaterThan(last - first + 1 + 2 * layout.toleranceDays);
          [least, most] = [from, to];
        }
        places.push((first - least) / (most - least));
      }
    }
    // Not always at the same place of what is left: who bets on the middle gains nothing.
    expect(Math.min(...places)).toBeLessThan(0.25);
    expect(Math.max(...places)).toBeGreaterThan(0.75);
  });

  test('gives a reason that does not say what is right, first where there is one', () => {
    const reasons = items.flatMap((item) => {
      const right = item.options.filter(({ correct }) => correct);
      const hints = hintsOf(item).flatMap((hint) => (hint.type === 'struck' ? [hint.reason] : []));
      const first = hints.findIndex((reason) => reason === undefined);
      expect(hints.slice(first < 0 ? hints.length : first).every((reason) => reason === undefined)).toBe(
        true,
      );
      for (const reason of hints) {
        for (const { text } of right) expect(mentions(reason ?? '', text)).toBe(false);
      }
      return hints;
    });
    expect(reasons.filter((reason) => reason !== undefined).length).toBeGreaterThan(0);
  });

  test('never are a right response themselves', () => {
    for (const item of items.filter(({ interaction }) => interaction === 'text-entry')) {
      for (const hint of hintsOf(item)) {
        const text = hint.type === 'date' ? hint.iso : hint.type === 'first-letter' ? hint.letter : '';
        expect(grade(item, { type: 'text', text }).verdict).not.toBe('right');
      }
    }
  });

  test.each<[string, readonly Hint[]]>([
    [
      'Abdourahamane Tchiani',
      [
        { type: 'first-letter', letter: 'A' },
        { type: 'lengths', letters: [13, 7] },
      ],
    ],
    [
      'Élysée',
      [
        { type: 'first-letter', letter: 'É' },
        { type: 'lengths', letters: [6] },
      ],
    ],
    ['UN', []],
  ])('spell a name: %s', (name, hints) => {
    expect(hintsOf(typed(name))).toEqual(hints);
  });

  test('tell a date by its year and then its month, but not what the stem tells', () => {
    expect(dated('2023-07-26', 'day')).toEqual([
      { type: 'date', iso: '2023' },
      { type: 'date', iso: '2023-07' },
    ]);
    expect(dated('2023-07', 'month')).toEqual([{ type: 'date', iso: '2023' }]);
    expect(dated('2023-07-26', 'day', 'On which day of 2023?')).toEqual([{ type: 'date', iso: '2023-07' }]);
    expect(dated('2023-07-26', 'day', 'On which day of July 2023?')).toEqual([]);
    expect(dated('1974', 'year')).toEqual([{ type: 'years', from: 1970, to: 1974 }]);
  });

  test('give a range round any amount, then a narrower one', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (amount) => {
        const hints = hintsOf(typed('x', { type: 'amount', amount, tolerance: 0 }));
        const ranges = hints.flatMap((hint) => (hint.type === 'amount' ? [hint] : []));
        expect(ranges).toHaveLength(2);
        const widths = ranges.map(({ from, to }) => {
          expect(from).toBeLessThanOrEqual(amount * (1 + 1e-12));
          expect(to).toBeGreaterThanOrEqual(amount * (1 - 1e-12));
          return to - from;
        });
        expect(widths[1]).toBeLessThan(widths[0] ?? 0);
      }),
    );
    expect(hintsOf(typed('0', { type: 'amount', amount: 0, tolerance: 0 }))).toEqual([]);
  });

  test('are there for every way of answering that can be helped', () => {
    const hinted = new Set(items.flatMap((item) => (hintsOf(item).length > 0 ? [item.interaction] : [])));
    expect([...hinted].toSorted()).toEqual([
      'choice',
      'date',
      'match',
      'multiple-choice',
      'number',
      'order',
      'point',
      'text-entry',
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardId, FactId } from '#core/fact/fact.ts';
import type { Item } from '#core/item/item.ts';
import type { Layout } from '#core/item/layout.ts';
import { itemsOf } from '#core/item/generate.ts';
import { certaintyMarks } from '#core/review/certainty.ts';
import { grade } from '#core/review/grade.ts';
import { harbourBase } from '../topic.ts';

const [some] = itemsOf(harbourBase(), 1);
if (!some) throw new RangeError('Make the topic give an item');

const tile = (id: string) => ({
  id,
  text: `event ${id}`,
  fact: `f${id}` as FactId,
  card: `f${id}/date` as CardId,
  truth: '',
});
const withLayout = (interaction: Item['interaction'], layout: Layout): Item => ({
  ...some,
  interaction,
  layout,
});

describe('grade() of an order', () => {
  const solution = ['3', '1', '4', '2'];
  const item = withLayout('order', { type: 'order', tiles: ['1', '2', '3', '4'].map(tile), solution });
  const marks = (order: readonly string[]) => grade(item, { type: 'order', order }).marks;

  test('gives full marks for the right one and none for its reverse', () => {
    expect(marks(solution)).toBe(1);
    expect(marks(solution.toReversed())).toBe(0);
  });

  test('takes little for one pair of neighbours', () => {
    expect(marks(['1', '3', '4', '2'])).toBeCloseTo(4 / 6, 3);
  });

  test('gives each card the share of its own pairs', () => {
    const { parts } = grade(item, { type: 'order', order: ['1', '3', '4', '2'] });
    expect(parts?.map((part) => part.marks)).toEqual([2 / 3, 1, 2 / 3, 1]);
  });

  test('refuses what is no order of the tiles', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('1', '2', '3', '4', '5')), (order) => {
        fc.pre(new Set(order).size !== 4 || order.length !== 4 || order.includes('5'));
        expect(marks(order)).toBe(0);
      }),
    );
  });
});

describe('grade() of a match', () => {
  const item = withLayout('match', {
    type: 'match',
    tiles: ['1', '2', '3'].map(tile),
    targets: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id })),
    shared: false,
    solution: { 1: 'b', 2: 'd', 3: 'a' },
  });
  const marks = (pairs: readonly (readonly [string, string])[]) =>
    grade(item, { type: 'match', pairs: pairs.map(([t, target]) => ({ tile: t, target })) }).marks;

  test('gives the share of right pairs', () => {
    expect(
      marks([
        ['1', 'b'],
        ['2', 'd'],
        ['3', 'a'],
      ]),
    ).toBe(1);
    expect(
      marks([
        ['1', 'b'],
        ['2', 'a'],
        ['3', 'd'],
      ]),
    ).toBeCloseTo(1 / 3, 3);
    expect(marks([])).toBe(0);
  });

  test('gives nothing for a tile joined twice', () => {
    expect(
      marks([
        ['1', 'b'],
        ['1', 'a'],
        ['2', 'd'],
        ['3', 'a'],
      ]),
    ).toBeCloseTo(2 / 3, 3);
  });
});

describe('grade() of several options', () => {
  const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id, correct: id < 'c' }));
  const item: Item = { ...some, interaction: 'multiple-choice', options };
  const marks = (chosen: readonly string[]) => grade(item, { type: 'multiple', options: chosen }).marks;

  test.each([
    [['a', 'b'], 1],
    [['a'], 0.5],
    [['a', 'c'], 0],
    [['a', 'b', 'c'], 0.5],
    [['a', 'b', 'c', 'd'], 0],
    [[], 0],
    [['a', 'a'], 0.5],
  ])('takes wrong ones from right ones: %j', (chosen, expected) => {
    expect(marks(chosen)).toBe(expected);
  });
});

describe('grade() of a date on an axis', () => {
  const axis = (precision: 'day' | 'month', right: readonly [string, string], toleranceDays: number): Item =>
    withLayout('date', {
      type: 'axis',
      start: precision === 'day' ? '2023-07-01' : '2023-01',
      end: precision === 'day' ? '2023-08-31' : '2024-12',
      precision,
      landmarks: [],
      right,
      toleranceDays,
    });
  const marks = (item: Item, iso: string) => grade(item, { type: 'date', iso }).marks;

  test('is full inside the interval and falls in a straight line beside it', () => {
    const item = axis('day', ['2023-07-26', '2023-07-26'], 4);
    const days = ['2023-07-26', '2023-07-25', '2023-07-28', '2023-07-30', '2023-08-20'];
    expect(days.map((iso) => marks(item, iso))).toEqual([1, 0.75, 0.5, 0, 0]);
  });

  test('counts from the nearest day of a month', () => {
    const item = axis('month', ['2023-07-01', '2023-07-31'], 60);
    expect(['2023-07', '2023-08', '2023-12', '2024-01'].map((iso) => marks(item, iso))).toEqual([
      1, 0.983, 0, 0,
    ]);
  });

  test('refuses another precision and what is no date', () => {
    const item = axis('day', ['2023-07-26', '2023-07-26'], 4);
    expect(['2023-07', '2023-07-32', '', 'yesterday!'].map((iso) => marks(item, iso))).toEqual([0, 0, 0, 0]);
  });
});

describe('certaintyMarks()', () => {
  const best = (chance: number): number => {
    const worth = ([1, 2, 3] as const).map(
      (certainty) =>
        chance * certaintyMarks({ marks: 1, verdict: 'right' }, certainty) +
        (1 - chance) * certaintyMarks({ marks: 0, verdict: 'wrong' }, certainty),
    );
    return worth.indexOf(Math.max(...worth)) + 1;
  };

  test.each([
    [0.5, 1],
    [0.66, 1],
    [0.68, 2],
    [0.79, 2],
    [0.81, 3],
    [0.95, 3],
  ])('pays most at a chance of %d for certainty %d', (chance, certainty) => {
    expect(best(chance)).toBe(certainty);
  });
});

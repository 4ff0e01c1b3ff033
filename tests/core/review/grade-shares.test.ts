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

describe('grade() of a sorting', () => {
  const sorting = (classes: readonly string[], solution: Readonly<Record<string, string>>): Item =>
    withLayout('match', {
      type: 'match',
      tiles: Object.keys(solution).map(tile),
      targets: classes.map((id) => ({ id, text: id })),
      shared: true,
      solution,
    });
  const item = sorting(['a', 'b'], { 1: 'a', 2: 'a', 3: 'a', 4: 'b', 5: 'b' });
  const marks = (own: Item, targets: string): number =>
    grade(own, {
      type: 'match',
      pairs: [...targets].map((target, index) => ({ tile: String(index + 1), target })),
    }).marks;

  test.each([
    ['aaabb', 1],
    ['aaaba', 0.6],
    ['aaaab', 0.6],
    ['aabba', 0.2],
    ['abbba', 0],
    ['bbbaa', 0],
  ])('takes from %s what chance would earn', (targets, expected) => {
    expect(marks(item, targets)).toBe(expected);
  });

  test('pays nothing for putting everything into one of equal classes', () => {
    const even = sorting(['a', 'b', 'c'], { 1: 'a', 2: 'b', 3: 'c', 4: 'a', 5: 'b', 6: 'c' });
    expect(['aaaaaa', 'bbbbbb', 'cccccc'].map((targets) => marks(even, targets))).toEqual([0, 0, 0]);
  });

  test('gives a card of several tiles their mean', () => {
    const { layout } = item;
    if (layout?.type !== 'match') throw new RangeError('Sort tiles');
    const tiles = layout.tiles.map((own) => (own.id === '5' ? { ...own, card: 'f4/date' as CardId } : own));
    const { parts } = grade(
      { ...item, layout: { ...layout, tiles } },
      {
        type: 'match',
        pairs: ['a', 'a', 'a', 'b', 'a'].map((target, index) => ({ tile: String(index + 1), target })),
      },
    );
    expect(parts?.map((part) => [part.card, part.marks])).toEqual([
      ['f1/date', 1],
      ['f2/date', 1],
      ['f3/date', 1],
      ['f4/date', 0.5],
    ]);
  });
});

describe('laws of partial marks', () => {
  const ids = ['1', '2', '3', '4', '5'];
  const anOrder = fc.shuffledSubarray(ids, { minLength: 5, maxLength: 5 });

  test('an order earns more for every two neighbours put right, and all only when right', () => {
    fc.assert(
      fc.property(anOrder, anOrder, fc.nat(3), (solution, order, at) => {
        const item = withLayout('order', { type: 'order', tiles: ids.map(tile), solution });
        const earn = (given: readonly string[]) => grade(item, { type: 'order', order: given }).marks;
        const [first = '', second = ''] = order.slice(at, at + 2);
        const swapped = [...order.slice(0, at), second, first, ...order.slice(at + 2)];
        const mended = solution.indexOf(second) < solution.indexOf(first);
        if (mended) expect(earn(swapped)).toBeGreaterThanOrEqual(earn(order));
        else expect(earn(swapped)).toBeLessThanOrEqual(earn(order));
        expect(earn(order) === 1).toBe(order.join() === solution.join());
      }),
    );
  });

  test('a right option more never takes marks, a wrong one never adds any', () => {
    const options = ids.map((id) => ({ id, text: id, correct: Number(id) <= 2 }));
    const item: Item = { ...some, interaction: 'multiple-choice', options };
    const earn = (chosen: readonly string[]) => grade(item, { type: 'multiple', options: chosen }).marks;
    fc.assert(
      fc.property(fc.subarray(ids), fc.constantFrom(...ids), (chosen, more) => {
        fc.pre(!chosen.includes(more));
        if (Number(more) <= 2) expect(earn([...chosen, more])).toBeGreaterThanOrEqual(earn(chosen));
        else expect(earn([...chosen, more])).toBeLessThanOrEqual(earn(chosen));
      }),
    );
  });

  test('a pair put right never takes marks, in joining and in sorting', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 5, maxLength: 5 }),
        fc.array(fc.constantFrom<string>('a', 'b', 'c', 'x'), { minLength: 5, maxLength: 5 }),
        fc.nat(4),
        (shared, right, given, at) => {
          const solution = Object.fromEntries(ids.map((id, index) => [id, right[index] ?? '']));
          const targets = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
          const item = withLayout('match', {
            type: 'match',
            tiles: ids.map(tile),
            targets,
            shared,
            solution,
          });
          const earn = (chosen: readonly string[]) =>
            grade(item, {
              type: 'match',
              pairs: chosen.map((target, index) => ({ tile: ids[index] ?? '', target })),
            }).marks;
          expect(earn(given.with(at, right[at] ?? ''))).toBeGreaterThanOrEqual(earn(given));
          expect(earn(right)).toBe(1);
        },
      ),
    );
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

  test('takes a month to be as far off as its far end', () => {
    const item = axis('month', ['2023-07-01', '2023-07-31'], 62);
    expect(['2023-05', '2023-06', '2023-07', '2023-08', '2023-09'].map((iso) => marks(item, iso))).toEqual([
      0.016, 0.516, 1, 0.5, 0.016,
    ]);
  });

  test('never pays more for a date further off', () => {
    const item = axis('day', ['2023-07-26', '2023-07-28'], 9);
    const days = Array.from({ length: 28 }, (_, index) => `2023-07-${String(index + 1).padStart(2, '0')}`);
    const earned = days.map((iso) => marks(item, iso));
    expect(earned).toEqual(earned.toSorted((a, b) => a - b));
  });

  test('refuses what lies beyond the axis', () => {
    const item = axis('day', ['2023-07-01', '2023-07-01'], 9);
    expect(['2023-06-30', '2023-07-02'].map((iso) => marks(item, iso) > 0)).toEqual([false, true]);
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

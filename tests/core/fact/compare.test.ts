import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, excludes } from '#core/fact/compare.ts';
import type { Value } from '#core/fact/value.ts';
import { day, entityId, harbourBase, quantity, text } from '../topic.ts';

const base = harbourBase();
const entity = (id: string): Value => ({ type: 'entity', id: entityId(id) });

describe('compare()', () => {
  test.each<[string, Value, Value, string]>([
    ['a day and its month', day('2023-07-26'), day('2023-07'), 'implied'],
    ['a month and a day of it', day('2023-07'), day('2023-07-26'), 'open'],
    ['a day and the next month', day('2023-07-26'), day('2023-08'), 'excluded'],
    ['one amount twice', quantity(40, 'boats'), quantity(40, 'boats'), 'implied'],
    [
      'an exact amount and the same told roughly',
      quantity(40, 'boats'),
      quantity(40, 'boats', true),
      'implied',
    ],
    ['a rough amount and the same told exactly', quantity(40, 'boats', true), quantity(40, 'boats'), 'open'],
    ['a rough amount and a near one', quantity(40, 'boats', true), quantity(43, 'boats'), 'open'],
    ['a rough amount and a far one', quantity(40, 'boats', true), quantity(60, 'boats'), 'excluded'],
    ['two exact amounts', quantity(40, 'boats'), quantity(41, 'boats'), 'excluded'],
    ['one amount of two things', quantity(40, 'boats'), quantity(40, 'crews'), 'open'],
    ['a text and another wording of it', text('unlawful', ['illegal']), text('Illegal'), 'implied'],
    ['two texts', text('unlawful'), text('unwise'), 'excluded'],
    ['two towns', entity('alba'), entity('brevik'), 'excluded'],
    ['values of different types', entity('alba'), day('1990'), 'excluded'],
  ])('compares %s', (_, known, claimed, expected) => {
    expect(compare(base, known, claimed)).toBe(expected);
  });

  const value = fc.oneof(
    fc.constantFrom('1990', '1990-05', '1990-05-01', '1990-06', '1991').map(day),
    fc
      .tuple(fc.integer({ min: 1, max: 60 }), fc.boolean())
      .map(([amount, rough]) => quantity(amount, 'boats', rough)),
    fc.constantFrom('alba', 'brevik', 'corran').map(entity),
    fc.constantFrom('unlawful', 'illegal', 'unwise').map((word) => text(word)),
  );

  test('implies of every value itself', () => {
    fc.assert(
      fc.property(value, (one) => compare(base, one, one) === 'implied'),
      { seed: 1 },
    );
  });

  test('excludes in both directions or in none', () => {
    fc.assert(
      fc.property(value, value, (a, b) => excludes(base, a, b) === excludes(base, b, a)),
      { seed: 2 },
    );
  });

  test('never implies what excludes a third value that the first leaves open', () => {
    fc.assert(
      fc.property(
        value,
        value,
        value,
        (a, b, c) =>
          !(compare(base, a, b) === 'implied' && excludes(base, b, c)) ||
          excludes(base, a, c) ||
          a.type === 'quantity',
      ),
      { seed: 3 },
    );
  });
});

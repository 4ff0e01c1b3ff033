import { describe, expect, test } from 'vitest';
import type { Fact } from '#core/fact/fact.ts';
import { makeItem } from '#core/item/generate.ts';
import { grade } from '#core/review/grade.ts';
import { card, date, fact, harbourBase, quantity } from '../../topic.ts';

const ask = (...facts: readonly Fact[]) => {
  const base = harbourBase((own) => [...own.filter(({ predicate }) => predicate !== 'head-count'), ...facts]);
  return makeItem(base, card('count', 'object'), 'numeric', 1);
};
const count = (amount: number, unit: string, approximate = false, over: Partial<Fact> = {}): Fact =>
  fact('count', 'envoys', 'head-count', quantity(amount, unit, approximate), { asOf: date('1990'), ...over });
const other = (amount: number): Fact =>
  fact('later', 'envoys', 'head-count', quantity(amount, 'envoys'), { asOf: date('1995') });

describe('numeric', () => {
  test.each([
    ['a small count exactly', [count(7, 'envoys')], 0],
    ['a count of days, however round, exactly', [count(30, 'days')], 0],
    ['what is about right within a tenth', [count(700, 'envoys', true)], 70],
    ['a large round number within its rounding', [count(2400, 'envoys')], 50],
    ['a large number that is not round exactly', [count(2431, 'envoys')], 0],
    ['a very round number narrowly', [count(5000, 'envoys')], 125],
    ['a share to its decimals', [count(63.4, 'per cent')], 0],
    ['less than half the way to another count', [count(1100, 'envoys', true), other(1000)], 49],
  ] as const)('wants %s', (_, facts, tolerance) => {
    expect(ask(...facts)?.entry).toMatchObject({ type: 'amount', tolerance });
  });

  test('never takes the count of another time as right', () => {
    for (const rival of [601, 620, 650, 690, 710, 760]) {
      const item = ask(count(700, 'envoys', true), other(rival));
      expect(item && grade(item, { type: 'number', value: 700 }).marks).toBe(1);
      expect(item && grade(item, { type: 'number', value: rival }).marks).toBe(0);
    }
  });

  test('takes what another report counts of the same as right', () => {
    const rival = fact('rival', 'envoys', 'head-count', quantity(110, 'envoys'), {
      asOf: date('1990'),
      conflictsWith: [count(100, 'envoys').id],
    });
    const item = ask(count(100, 'envoys', false, { conflictsWith: [rival.id] }), rival);
    expect(item && grade(item, { type: 'number', value: 110 }).marks).toBe(1);
    expect(item && grade(item, { type: 'number', value: 111 }).marks).toBe(0);
  });

  test('does not ask what reports put too far apart', () => {
    const rival = fact('rival', 'envoys', 'head-count', quantity(60, 'envoys'), {
      asOf: date('1990'),
      conflictsWith: [count(29, 'envoys').id],
    });
    expect(ask(count(29, 'envoys', false, { conflictsWith: [rival.id] }), rival)).toBeUndefined();
  });

  test('says the unit that it wants', () => {
    expect(ask(count(7, 'wooden boats'))?.stem).toBe('How many were the island envoys, in wooden boats?');
    expect(ask(count(7, 'wooden boats'))?.entry).toMatchObject({ unit: 'wooden boats' });
    expect(ask(count(7, 'envoys'))?.stem).toBe('How many were the island envoys?');
  });
});

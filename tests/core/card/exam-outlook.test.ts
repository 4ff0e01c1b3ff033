import { describe, expect, test } from 'vitest';
import { examOutlook, outlookByMinutes } from '#core/card/exam-outlook.ts';
import type { CardId } from '#core/fact/fact.ts';
import { cardsOf } from '#core/item/generate.ts';
import { addDays } from '#core/memory/day.ts';
import type { Day } from '#core/memory/day.ts';
import { practised } from '#core/memory/replay.ts';
import type { Memory } from '#core/memory/replay.ts';
import { harbourBase } from '../topic.ts';

const base = harbourBase();
const cards = cardsOf(base);
const today = 20_000 as Day;
const none: ReadonlyMap<CardId, Memory> = new Map();
const all: ReadonlyMap<CardId, Memory> = new Map(
  cards.map(({ id }) => [id, practised(undefined, { day: addDays(today, -1), rating: 'good' })]),
);
const limits = { minutes: 10, spentSeconds: 0, examDay: addDays(today, 14) };

describe('examOutlook()', () => {
  test('knows nothing of a topic that was never studied, and something after today', () => {
    const { now, withToday, cards: count } = examOutlook(base, cards, none, today, limits);
    expect([now, count]).toEqual([0, cards.length]);
    expect(withToday).toBeGreaterThan(0);
  });

  test('gains from today and stays below all cards', () => {
    const { now, withToday } = examOutlook(base, cards, all, today, limits);
    expect(withToday).toBeGreaterThan(now);
    expect(withToday).toBeLessThanOrEqual(cards.length);
  });

  test('has nothing to gain when today is spent', () => {
    const { now, withToday } = examOutlook(base, cards, all, today, { ...limits, spentSeconds: 600 });
    expect(withToday).toBeCloseTo(now, 9);
  });
});

describe('outlookByMinutes()', () => {
  const goal = { today, examDay: limits.examDay };

  test('never falls with more minutes', () => {
    const known = outlookByMinutes(base, cards, all, goal, [1, 5, 10, 20]).map((one) => one.known.toFixed(2));
    expect(known.toSorted((a, b) => Number(a) - Number(b))).toEqual(known);
  });

  test('has a margin unless all or nothing is known', () => {
    for (const { known, margin } of outlookByMinutes(base, cards, none, goal, [1, 10])) {
      expect(margin > 0).toBe(known > 0 && known < cards.length);
    }
    expect(outlookByMinutes(base, [], none, goal, [10])).toEqual([{ minutes: 10, known: 0, margin: 0 }]);
  });
});

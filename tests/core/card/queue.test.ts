import { describe, expect, test } from 'vitest';
import { coverage } from '#core/card/coverage.ts';
import { forecast } from '#core/card/forecast.ts';
import { todaysQueue } from '#core/card/queue.ts';
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
const limits = { minutes: 10, spentSeconds: 0 };
const met = (ago: number, rating: 'again' | 'good' | 'easy'): Memory =>
  practised(undefined, { day: addDays(today, -ago), rating });

function memoriesOf(entries: Readonly<Record<string, Memory>>): ReadonlyMap<CardId, Memory> {
  return new Map(Object.entries(entries).map(([id, memory]) => [id as CardId, memory]));
}

describe('todaysQueue()', () => {
  test('starts a new learner on new cards, never two of one fact', () => {
    const { due, fresh } = todaysQueue(base, cards, new Map(), today, limits);
    const facts = fresh.map((id) => id.split('/')[0]);
    expect(due).toEqual([]);
    expect(fresh.length).toBeGreaterThan(3);
    expect(new Set(facts).size).toBe(facts.length);
  });

  test('asks the weakest due card first and leaves what is not due', () => {
    const memories = memoriesOf({
      'opening-date/object': met(3, 'good'),
      'storm-date/object': met(30, 'good'),
      'fair-date/object': met(1, 'easy'),
    });
    const { due } = todaysQueue(base, cards, memories, today, limits);
    expect(due).toEqual(['storm-date/object', 'opening-date/object']);
  });

  test('keeps a second side of a fact for another day', () => {
    const memories = memoriesOf({ 'opening-date/object': met(0, 'good') });
    const { fresh } = todaysQueue(base, cards, memories, today, limits);
    expect(fresh.filter((id) => id.startsWith('opening-date/'))).toEqual([]);
  });

  test('fits into the minutes that are left', () => {
    const spent = todaysQueue(base, cards, new Map(), today, { minutes: 10, spentSeconds: 600 });
    const short = todaysQueue(base, cards, new Map(), today, { minutes: 1, spentSeconds: 0 });
    expect(spent).toEqual({ due: [], fresh: [], minutes: 0 });
    expect(short.fresh.length).toBeLessThanOrEqual(3);
    expect(short.minutes).toBe(1);
  });

  test('brings more new cards when the exam is near', () => {
    const far = todaysQueue(base, cards, new Map(), today, { minutes: 60, spentSeconds: 0 });
    const near = todaysQueue(base, cards, new Map(), today, {
      minutes: 60,
      spentSeconds: 0,
      examDay: addDays(today, 4),
    });
    expect(near.fresh.length).toBeGreaterThanOrEqual(far.fresh.length);
  });
});

describe('coverage()', () => {
  test('adds up to the cards of the sub-topic', () => {
    const memories = memoriesOf({
      'opening-date/object': met(0, 'easy'),
      'storm-date/object': met(0, 'again'),
    });
    const [story] = coverage(base, cards, memories, today);
    expect(story).toMatchObject({ title: 'The story', known: 1, learning: 1, total: cards.length });
    expect(story?.fresh).toBe(cards.length - 2);
  });
});

describe('forecast()', () => {
  test('counts what is overdue today and each card once', () => {
    const memories = memoriesOf({ a: met(90, 'good'), b: met(0, 'good') });
    const ahead = forecast(memories, today, 14);
    expect(ahead).toHaveLength(14);
    expect(ahead[0]).toEqual({ day: today, cards: 1 });
    expect(ahead.reduce((sum, { cards: count }) => sum + count, 0)).toBe(2);
  });

  test('puts off what a day has no room for, and loses none of it', () => {
    const names = Array.from({ length: 9 }, (_, index) => `c${index}`);
    const memories = memoriesOf(Object.fromEntries(names.map((name) => [name, met(90, 'good')])));
    const ahead = forecast(memories, today, 5, { today: 1, later: 3 });
    expect(ahead.map(({ cards: count }) => count)).toEqual([1, 3, 3, 2, 0]);
  });
});

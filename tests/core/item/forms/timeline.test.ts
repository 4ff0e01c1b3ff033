import { describe, expect, test } from 'vitest';
import { firstDayOf, lastDayOf } from '#core/fact/calendar.ts';
import { makeItem } from '#core/item/generate.ts';
import { grade } from '#core/review/grade.ts';
import { card, date, entity, fact, harbour } from '../../topic.ts';
import { indexTopic } from '#core/fact/base.ts';
import { itemsOfForm, layoutOf, regattas } from '../form-topics.ts';

const items = itemsOfForm(regattas, 'timeline', [1, 2, 3]);
const axes = items.map((item) => ({ item, ...layoutOf(item, 'axis') }));
const day = (iso: string): number => firstDayOf(iso) ?? Number.NaN;
const lastDay = (iso: string): number => lastDayOf(iso) ?? Number.NaN;

describe('timeline', () => {
  test('asks days on whole months and years on whole years', () => {
    expect(new Set(axes.map(({ precision }) => precision))).toEqual(new Set(['day', 'year']));
    for (const { start, end, precision } of axes) {
      expect([start.length, end.length]).toEqual(precision === 'day' ? [10, 10] : [4, 4]);
      expect(day(start)).toBeLessThan(day(end));
    }
  });

  test('has its key between 10 and 90 per cent of the axis', () => {
    for (const { start, end, right } of axes) {
      const span = lastDay(end) - day(start);
      expect((day(right[0]) - day(start)) / span).toBeGreaterThanOrEqual(0.1);
      expect((day(right[1]) - day(start)) / span).toBeLessThanOrEqual(0.9);
    }
  });

  test('places the key anywhere between, not always in one part', () => {
    const places = axes.map(
      ({ start, end, right }) => (day(right[0]) - day(start)) / (lastDay(end) - day(start)),
    );
    expect(places.filter((place) => place < 0.35).length).toBeGreaterThan(axes.length / 10);
    expect(places.filter((place) => place > 0.65).length).toBeGreaterThan(axes.length / 10);
  });

  test('gives marks for a twentieth of the axis around the key, at least for a unit', () => {
    for (const { start, end, toleranceDays, precision } of axes) {
      const twentieth = Math.ceil((lastDay(end) - day(start) + 1) / 20);
      expect(toleranceDays).toBe(Math.max(precision === 'day' ? 1 : 366, twentieth));
    }
  });

  test('shows landmarks on the axis that are not the key', () => {
    expect(axes.some(({ landmarks }) => landmarks.length > 0)).toBe(true);
    for (const { item, start, end, landmarks, right, toleranceDays } of axes) {
      for (const { iso, text } of landmarks) {
        expect(iso > start && iso < end).toBe(true);
        expect(Math.abs(day(iso) - day(right[0]))).toBeGreaterThan(toleranceDays);
        expect(item.stem).not.toContain(text);
      }
    }
  });

  test('takes every right day as right', () => {
    for (const { item, start, right } of axes) {
      for (const iso of right)
        expect(grade(item, { type: 'date', iso: iso.slice(0, start.length) }).marks).toBe(1);
    }
  });

  test('does not ask for a month that the question names', () => {
    const named = entity('opening', { kind: 'event', name: 'opening of May', article: 'the' });
    const base = indexTopic({
      ...harbour,
      entities: [...harbour.entities.filter(({ id }) => id !== 'opening'), named],
    });
    expect(makeItem(base, card('opening-date', 'object'), 'timeline', 1)).toBeUndefined();
    expect(makeItem(base, card('storm-date', 'object'), 'timeline', 1)).toBeDefined();
  });

  test('takes what two reports give as right', () => {
    const rival = fact('storm-rival', 'storm', 'occurred-on', { type: 'date', date: date('1990-10-14') });
    const facts = harbour.facts.map((own) =>
      own.id === 'storm-date' ? { ...own, conflictsWith: [rival.id] } : own,
    );
    const base = indexTopic({
      ...harbour,
      facts: [
        ...facts,
        { ...rival, conflictsWith: facts.flatMap(({ id }) => (id === 'storm-date' ? [id] : [])) },
      ],
    });
    const item = makeItem(base, card('storm-date', 'object'), 'timeline', 1);
    expect(item && layoutOf(item, 'axis').right).toEqual(['1990-10-12', '1990-10-14']);
  });
});

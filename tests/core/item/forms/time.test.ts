import { describe, expect, test } from 'vitest';
import type { Base } from '#core/fact/base.ts';
import { dayNumber } from '#core/fact/calendar.ts';
import { itemsIn, storyBase, textOf } from './story.ts';

const base = storyBase();
const isoOf = (card: string): string => {
  const object = base.topic.facts.find(({ id }) => card === `${id}/object`)?.object;
  return object?.type === 'date' ? object.date.iso : '';
};
const dayOf = (card: string): number => dayNumber(isoOf(card)) ?? NaN;

describe('duration', () => {
  const items = itemsIn(base, 'duration');

  test('asks for the days between two events, and says both', () => {
    expect(items.length).toBeGreaterThan(20);
    for (const item of items) {
      const [later = '', earlier = ''] = item.cards;
      const days = dayOf(later) - dayOf(earlier);
      expect(textOf(item, true)).toEqual([`${days} days`]);
      expect(item.explanation).toMatch(new RegExp(`That is ${days} days later\\.$`));
      expect(item.stem).toContain('(the next day counts as 1)?');
    }
  });

  test('offers lengths in ascending order, none of them right', () => {
    for (const item of items) {
      const lengths = item.options.map(({ text }) => Number(text.split(' ')[0]));
      expect(lengths.toSorted((a, b) => a - b)).toEqual(lengths);
      expect(new Set(lengths).size).toBe(3);
    }
  });

  test('puts the key in any place', () => {
    expect(new Set(items.map(({ key }) => key))).toEqual(new Set(['a', 'b', 'c']));
  });

  test('never offers a length that the author withholds as a date', () => {
    const silent = storyBase((facts) =>
      facts.map((own) =>
        own.id === 'regatta-date'
          ? {
              ...own,
              neverOffer: ['12', '14'].map((date) => ({
                type: 'date' as const,
                date: { iso: `1990-05-${date}`, precision: 'day' as const },
              })),
            }
          : own,
      ),
    );
    const offered = (of: Base): readonly string[] =>
      itemsIn(of, 'duration')
        .filter(({ cards }) => cards.join(' ') === 'regatta-date/object opening-date/object')
        .flatMap((item) => textOf(item, false));
    expect(offered(base)).toEqual(expect.arrayContaining(['11 days', '13 days']));
    expect(offered(silent)).not.toContain('11 days');
    expect(offered(silent)).not.toContain('13 days');
  });
});

describe('before-after', () => {
  const items = itemsIn(base, 'before-after');

  test('is right about the order of its events', () => {
    expect(items.length).toBeGreaterThan(40);
    for (const item of items) {
      const [event = '', ...others] = item.cards;
      const days = others.map(dayOf).toSorted((a, b) => a - b);
      const [first = NaN, last = first] = days;
      const before = dayOf(event) < first;
      const after = dayOf(event) > last;
      const expected =
        others.length === 1
          ? before
            ? 'Before that day'
            : after
              ? 'After that day'
              : 'On that same day'
          : before
            ? 'Before them'
            : after
              ? 'After them'
              : 'Between them';
      expect(textOf(item, true)).toEqual([expected]);
    }
  });

  test('asks of events on one day too', () => {
    expect(items.some((item) => textOf(item, true)[0] === 'On that same day')).toBe(true);
  });

  test('leaves out an event whose name tells its month', () => {
    const named = storyBase();
    const told = itemsIn(
      {
        ...named,
        entities: new Map(
          [...named.entities].map(([id, own]) => [
            id,
            id === 'flood' ? { ...own, name: 'flood of May 1990' } : own,
          ]),
        ),
      },
      'before-after',
    );
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter(({ cards }) => cards.some((id) => id === 'flood-date/object'))).toEqual([]);
  });
});

describe('what-followed', () => {
  const items = itemsIn(base, 'what-followed');

  test('asks for the first of the events offered after another, beside one that came before it', () => {
    expect(items.length).toBeGreaterThan(20);
    for (const item of items) {
      const [key = '', anchor = '', ...wrong] = item.cards;
      expect(dayOf(key)).toBeGreaterThan(dayOf(anchor));
      for (const other of wrong) {
        expect(dayOf(other) < dayOf(anchor) || dayOf(other) > dayOf(key)).toBe(true);
      }
      expect(wrong.some((other) => dayOf(other) < dayOf(anchor))).toBe(true);
      expect(item.stem).toMatch(/^Which of these came next after /);
    }
  });
});

test('no form about time asks of a date that is only somebody’s word', () => {
  const claimed = storyBase((facts) =>
    facts.map((own) =>
      own.id === 'flood-date'
        ? { ...own, ask: 'according-to', accordingTo: { type: 'entity', id: own.subject } }
        : own,
    ),
  );
  for (const form of ['duration', 'before-after', 'what-followed'] as const) {
    const items = itemsIn(claimed, form);
    expect(items.length).toBeGreaterThan(0);
    expect(items.filter(({ facts }) => facts.some((id) => id === 'flood-date'))).toEqual([]);
  }
});

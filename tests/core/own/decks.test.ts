import { describe, expect, test } from 'vitest';
import { cardOfOwn, itemOfOwn } from '#core/own/deck-items.ts';
import { payloadOfDeck, parseDeckEvent } from '#core/own/deck-event.ts';
import type { DeckEvent } from '#core/own/deck-event.ts';
import { deckEntries, deckStanding, secondsForDue } from '#core/own/deck-queue.ts';
import { deckIdOf, decksOf } from '#core/own/decks.ts';
import type { OwnBody, OwnItem } from '#core/own/own-item.ts';
import { addDays } from '#core/memory/day.ts';
import type { Day } from '#core/memory/day.ts';
import { sealEvent } from '#core/review/log.ts';
import { standingAfter } from '#core/review/standing.ts';
import type { LogEvent } from '#core/review/event.ts';
import type { DeviceId } from '#core/log/envelope.ts';
import { grade } from '#core/review/grade.ts';
import type { Response } from '#core/review/response.ts';

const deck = deckIdOf('Birds');
const own = (id: string, body: OwnBody): OwnItem => ({
  id,
  stem: `Stem ${id}`,
  body,
  explanation: 'Why',
  tags: [],
});

/** One item of each kind, with a right response and a wrong one as they would be given on the screen. */
const kinds: readonly { readonly item: OwnItem; readonly right: Response; readonly wrong: Response }[] = [
  {
    item: own('card', { type: 'card', back: 'Back' }),
    right: { type: 'reveal', rating: 'good' },
    wrong: { type: 'reveal', rating: 'again' },
  },
  {
    item: own('truth', { type: 'truth', right: false, feedback: 'It is not' }),
    right: { type: 'choice', option: 'false' },
    wrong: { type: 'choice', option: 'true' },
  },
  {
    item: own('text', { type: 'text', accepted: ['Niamey', 'Niamé'] }),
    right: { type: 'text', text: 'niamey' },
    wrong: { type: 'text', text: 'Dosso' },
  },
  {
    item: own('number', { type: 'number', amount: 3.14, tolerance: 0.01 }),
    right: { type: 'number', value: 3.15 },
    wrong: { type: 'number', value: 3.2 },
  },
];

const options = [
  { text: 'One', correct: true },
  { text: 'Two', correct: false, feedback: 'Two is not' },
  { text: 'Three', correct: false },
];

const seal = (body: DeckEvent, seq: number): LogEvent => {
  const seconds = { wallUtcMs: Date.UTC(2026, 0, 1, 12, 0, seq), tzOffsetMin: 0, tz: '' };
  return sealEvent(
    { type: 'deck', payload: payloadOfDeck(body) },
    { deviceId: 'a' as DeviceId, seq, prev: '', previousHlc: undefined, ...seconds },
  );
};

describe('itemOfOwn()', () => {
  test.each(kinds)('is marked like any other item: $item.id', ({ item, right, wrong }) => {
    const asked = itemOfOwn(deck, item, 5);
    expect(grade(asked, right).marks).toBe(1);
    expect(grade(asked, wrong).marks).toBe(0);
    expect(asked.citations).toEqual([]);
  });

  test.each(['choice', 'multiple'] as const)('shows the options of a %s in an order of the seed', (type) => {
    const item = own('options', { type, options });
    const orders = new Set(
      [1, 2, 3, 4, 5, 6].map((seed) =>
        itemOfOwn(deck, item, seed)
          .options.map(({ text }) => text)
          .join(),
      ),
    );
    expect(orders.size).toBeGreaterThan(1);
    const asked = itemOfOwn(deck, item, 3);
    const chosen = asked.options.filter(({ correct }) => correct).map(({ id }) => id);
    expect(asked.key).toBe(chosen.join(' '));
    const response: Response =
      type === 'choice' ? { type: 'choice', option: asked.key } : { type: 'multiple', options: chosen };
    expect(grade(asked, response).marks).toBe(1);
    expect(asked.options.find(({ text }) => text === 'Two')?.certificate?.text).toBe('Two is not');
  });

  test('asks for an order that it does not show, and for pairs', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const order = itemOfOwn(deck, own('order', { type: 'order', tiles: ['a', 'b', 'c'] }), seed);
      if (order.layout?.type !== 'order') throw new TypeError('No order');
      expect(order.layout.tiles.map(({ id }) => id)).not.toEqual(order.layout.solution);
      expect(grade(order, { type: 'order', order: order.layout.solution }).marks).toBe(1);
    }
    const rows = [
      { text: 'x', target: 1 },
      { text: 'y', target: 0 },
    ];
    const match = itemOfOwn(deck, own('match', { type: 'match', rows, targets: ['1', '2', '3'] }), 4);
    if (match.layout?.type !== 'match') throw new TypeError('No match');
    const pairs = Object.entries(match.layout.solution).map(([tile, target]) => ({ tile, target }));
    expect(grade(match, { type: 'match', pairs }).marks).toBe(1);
    expect(match.key).toBe('x: 2; y: 1');
  });
});

describe('decksOf()', () => {
  const item = own('a', { type: 'card', back: 'One' });
  const added: DeckEvent = { kind: 'added', deck, title: 'Birds', items: [item] };

  test('joins what is added again, the newer words in the place of the older', () => {
    const newer = { ...item, body: { type: 'card', back: 'Two' } } as const;
    const more = own('b', { type: 'card', back: 'Three' });
    const events = [seal(added, 1), seal({ ...added, items: [more, newer] }, 2)];
    expect(decksOf(events)).toEqual([{ id: deck, title: 'Birds', items: [newer, more] }]);
  });

  test('forgets a deck that was removed, until it is added again', () => {
    expect(decksOf([seal(added, 1), seal({ kind: 'removed', deck }, 2)])).toEqual([]);
    expect(decksOf([seal({ kind: 'removed', deck }, 1), seal(added, 2)])).toHaveLength(1);
  });

  test('reads only what it wrote', () => {
    expect(parseDeckEvent(payloadOfDeck(added))).toEqual(added);
    expect(parseDeckEvent({ ...payloadOfDeck(added), v: 2 })).toBeUndefined();
    expect(
      parseDeckEvent({ v: 1, kind: 'added', body: { ...added, items: [{ id: '<b>' }] } }),
    ).toBeUndefined();
  });
});

describe('deckEntries()', () => {
  const today = 20_000 as Day;
  const items = ['a', 'b', 'c'].map((id) => own(id, { type: 'card', back: id }));
  const whole = { id: deck, title: 'Birds', items };
  const answered = (id: string, rating: 'again' | 'good', day: Day) => {
    const found = items.find((item) => item.id === id);
    if (!found) throw new RangeError(id);
    const card = cardOfOwn(deck, found).id;
    return {
      dayKey: day,
      payload: { card, response: { type: 'reveal' as const, rating }, marks: 1, guess: 0, tookMs: 5000 },
    };
  };
  const { memories } = standingAfter([
    answered('b', 'again', addDays(today, -9)),
    answered('c', 'good', today),
  ]);

  test('asks what is due by the same memory as all cards, then what is new', () => {
    const asked = deckEntries(whole, memories, today, { most: 2, seed: 1 }).map(({ card }) => card);
    expect(asked).toEqual(['b', 'a'].map((id) => cardOfOwn(deck, own(id, { type: 'card', back: id })).id));
    expect(deckStanding(whole, memories, today)).toEqual({ due: 1, fresh: 1, total: 3 });
  });

  test('takes its time out of the minutes of the day, at most half of what is left', () => {
    const seconds = (left: number) => secondsForDue([whole, whole], memories, today, left);
    expect(seconds(600)).toBe(24);
    expect(seconds(30)).toBe(15);
    expect(seconds(-5)).toBe(0);
    expect(secondsForDue([], memories, today, 600)).toBe(0);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from '#core/fact/fact.ts';
import { faceOf } from '#core/item/face.ts';
import { cardsOf, itemsOf, makeItem } from '#core/item/generate.ts';
import { formIds } from '#core/item/item.ts';
import type { Item } from '#core/item/item.ts';
import type { Day } from '#core/memory/day.ts';
import { allowedCards, makeAllowed, mayShow } from '#core/review/allowed.ts';
import { activeBans, bansOf, mayAskIn, noBans } from '#core/review/bans.ts';
import type { Bans } from '#core/review/bans.ts';
import type { BanScope, EventBody, LogEvent, SessionId } from '#core/review/event.ts';
import { eventId } from '#core/log/envelope.ts';
import { parseEvent } from '#core/review/parse-event.ts';
import { banOf, writeReports } from '#core/review/reports.ts';
import { noAids } from '#core/session/aids.ts';
import { planQuiz } from '#core/session/quiz.ts';
import { stepOf } from '#core/session/step.ts';
import { planStudy } from '#core/session/study.ts';
import { harbourBase } from '../topic.ts';
import { logOf, someHistory } from './some-events.ts';

const base = harbourBase();
const cards = cardsOf(base);
const items = itemsOf(base, 1);
const sitting = { id: 's1' as SessionId, seed: 1, startedDay: 20_000 as Day };
/** More than one: an item may rest on a banned fact beside its own by the luck of one seed. */
const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
const spec = { subtopics: [], forms: [], count: Infinity, seed: 1 };

const ban = (item: Item, scope: BanScope): EventBody => ({
  type: 'ban',
  payload: banOf(base, item, { scope, reason: 'wrong', note: ' see page 3 ' }),
});
const bansFrom = (...bodies: readonly EventBody[]): Bans =>
  bansOf(activeBans(logOf('phone', bodies)), base.topic.id);
const cardOf = (item: Item): Card => {
  const card = cards.find(({ id }) => id === item.card);
  if (!card) throw new RangeError(`Know the card "${item.card}"`);
  return card;
};
const someItem = fc.constantFrom(...items);
const someScope = fc.constantFrom<BanScope>('item', 'card-form', 'fact', 'form');

describe('activeBans()', () => {
  test('gives a ban until it is lifted', () => {
    const [item] = items;
    if (!item) throw new RangeError('Make the topic give an item');
    const [first] = logOf('phone', [ban(item, 'item')]);
    const id = eventId(first as LogEvent);
    expect(activeBans(logOf('phone', [ban(item, 'item')]))).toMatchObject([
      { id, scope: 'item', note: 'see page 3' },
    ]);
    expect(activeBans(logOf('phone', [ban(item, 'item'), { type: 'unban', payload: { ban: id } }]))).toEqual(
      [],
    );
  });

  test('is the same whatever the order in which devices send their events', () => {
    fc.assert(
      fc.property(someHistory, fc.nat(), (history, seed) => {
        const shuffled = history.toSorted((a, b) => ((a.seq * 31 + seed) % 7) - ((b.seq * 31 + seed) % 7));
        expect(activeBans(shuffled)).toEqual(activeBans(history));
      }),
      { numRuns: 30 },
    );
  });
});

describe('a ban', () => {
  test('takes away the item it was made for, whatever its scope, and nothing of other facts and forms', () => {
    fc.assert(
      fc.property(someItem, someScope, (item, scope) => {
        const bans = bansFrom(ban(item, scope));
        expect(makeAllowed(base, bans, cardOf(item), item.form, item.seed)).toBeUndefined();
        for (const other of items) {
          const touched = other.form === item.form || other.facts.some((fact) => item.facts.includes(fact));
          if (!touched) expect(makeAllowed(base, bans, cardOf(other), other.form, other.seed)).toEqual(other);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('of an item leaves the other forms of its card, of a form the other cards', () => {
    const item = items.find(
      ({ form, card }) =>
        form === 'single-choice' && items.some((i) => i.card === card && i.form === 'typed'),
    );
    if (!item) throw new RangeError('Make the topic give a card with two forms');
    expect(mayAskIn(bansFrom(ban(item, 'item')), cardOf(item), 'typed')).toBe(true);
    expect(mayAskIn(bansFrom(ban(item, 'card-form')), cardOf(item), 'typed')).toBe(true);
    expect(mayAskIn(bansFrom(ban(item, 'fact')), cardOf(item), 'typed')).toBe(false);
    expect(mayAskIn(bansFrom(ban(item, 'form')), cardOf(item), 'typed')).toBe(true);
  });

  test('of a fact takes away items that rest on it beside another', () => {
    const [first, second] = items;
    if (!first || !second) throw new RangeError('Make the topic give items');
    const both = { ...first, facts: [...first.facts, ...second.facts] };
    expect(mayShow(bansFrom(ban(second, 'fact')), both)).toBe(false);
    expect(mayShow(noBans, both)).toBe(true);
  });

  test('counts in its own topic only', () => {
    const [item] = items;
    if (!item) throw new RangeError('Make the topic give an item');
    expect(bansOf(activeBans(logOf('phone', [ban(item, 'form')])), 'elsewhere' as never)).toEqual(noBans);
  });

  test('is honoured by study, quiz and the list of cards', () => {
    fc.assert(
      fc.property(someItem, someScope, (item, scope) => {
        const bans = bansFrom(ban(item, scope));
        const allowed = allowedCards(base, cards, bans);
        const entries = [
          ...planStudy(base, allowed, new Map(), sitting, { ...noAids, bans }).entries,
          ...planQuiz(base, allowed, { ...spec, bans }, sitting, 'end').entries,
        ];
        expect(entries.length > 0 || scope === 'form').toBe(true);
        for (const entry of entries) {
          const card = cards.find(({ id }) => id === entry.card);
          const made = card && makeItem(base, card, entry.form, entry.seed);
          expect(made && mayShow(bans, made) && mayAskIn(bans, card, entry.form)).toBe(true);
        }
        for (const card of allowed) {
          const askable = (seed: number) => formIds.some((form) => makeAllowed(base, bans, card, form, seed));
          expect(seeds.some(askable), card.id).toBe(true);
        }
      }),
      { numRuns: 12 },
    );
  });
});

test('stepOf() passes over what was banned since the sitting began, and keeps what was answered', () => {
  const plan = planStudy(base, cards.slice(0, 4), new Map(), sitting);
  const [first, second, third] = plan.entries;
  if (!first || !second || !third) throw new RangeError('Plan three entries');
  const review = { ...first, marks: 0 } as never;
  const step = stepOf(plan, [review], (entry) => entry.card === second.card || entry.card === first.card);
  expect(step).toMatchObject({ type: 'ask', position: 1, of: 3, entry: third });
});

test('faceOf() is one for the same question in another order of its options, and tells questions apart', () => {
  for (const item of items) {
    expect(faceOf({ ...item, options: item.options.toReversed() })).toBe(faceOf(item));
  }
  expect(new Set(items.map(faceOf)).size).toBe(items.length);
});

test('parseEvent() refuses a ban with a note that is too long or a scope it does not know', () => {
  const [item] = items;
  if (!item) throw new RangeError('Make the topic give an item');
  const [event] = logOf('phone', [ban(item, 'item')]);
  expect(parseEvent(event)).toMatchObject({ ok: true });
  for (const change of [{ note: 'x'.repeat(501) }, { scope: 'all' }, { reason: '' }, { face: 3 }]) {
    expect(parseEvent({ ...event, payload: { ...(event as LogEvent).payload, ...change } }).ok).toBe(false);
  }
});

test('writeReports() says what and why, and nothing about the device', () => {
  const [item] = items;
  if (!item) throw new RangeError('Make the topic give an item');
  const text = writeReports(activeBans(logOf('phone', [ban(item, 'item')])));
  expect(JSON.parse(text)).toMatchObject({
    format: 'harmattan-reports',
    v: 1,
    reports: [
      {
        scope: 'item',
        reason: 'wrong',
        note: 'see page 3',
        card: item.card,
        stem: item.stem,
        date: '2026-11-24',
      },
    ],
  });
  expect(text).not.toContain('phone');
});

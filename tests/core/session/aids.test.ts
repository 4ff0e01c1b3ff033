import { describe, expect, test } from 'vitest';
import { cardsOf, itemsOf, makeItem } from '#core/item/generate.ts';
import type { Day } from '#core/memory/day.ts';
import type { EventBody, SessionId } from '#core/review/event.ts';
import { activeReviews } from '#core/review/log.ts';
import { aidsFrom, noAids } from '#core/session/aids.ts';
import { planStudy } from '#core/session/study.ts';
import { logOf, review } from '../review/some-events.ts';
import { harbourBase } from '../topic.ts';

const base = harbourBase();
const cards = cardsOf(base);
const sitting = { id: 's' as SessionId, seed: 1, startedDay: 1 as Day };
const noon = Date.UTC(2026, 10, 1, 12);

const choice = itemsOf(base, 5).find(
  ({ form, options }) =>
    form === 'single-choice' && options.some(({ certificate }) => certificate?.belongsTo !== undefined),
);
if (!choice) throw new RangeError('Make the topic give a choice with a lure');
const lure = choice.options.find(({ certificate }) => certificate?.belongsTo !== undefined);

const aidsAfter = (bodies: readonly EventBody[]) => {
  const log = logOf(
    'phone',
    bodies,
    bodies.map((_body, index) => noon + index * 86_400_000),
  );
  return aidsFrom(base, activeReviews(log), ({ card: id, form, seed }) => {
    const card = cards.find((one) => one.id === id);
    return card && makeItem(base, card, form, seed);
  });
};

/** An answer to the choice item. */
const answer = (option: string, marks: number): EventBody =>
  review({
    card: choice.card,
    form: choice.form,
    seed: choice.seed,
    guess: choice.guess,
    response: { type: 'choice', option },
    marks,
  });

const [right, wrong] = [answer(choice.key, 1), answer(lure?.id ?? '', 0)];

describe('aidsFrom()', () => {
  test('has none for a learner who makes no mistakes', () => {
    expect(aidsAfter([right, right, right])).toEqual(noAids);
  });

  test('offers the lure that was taken, and asks a leech in another form', () => {
    const aids = aidsAfter([right, right, right, right, wrong, wrong, wrong, wrong, wrong]);
    expect([...(aids.lures.get(choice.card) ?? [])]).toEqual([lure?.certificate?.belongsTo]);
    expect(aids.tired.get(choice.card)).toBe('single-choice');

    const [entry] = planStudy(
      base,
      cards.filter(({ id }) => id === choice.card),
      new Map(),
      sitting,
      aids,
    ).entries;
    expect(entry?.form).not.toBe('single-choice');
  });
});

test('planStudy() asks what is confused with the lure among the options', () => {
  const aids = { ...aidsAfter([wrong]), tired: new Map() };
  const own = cards.filter(({ id }) => id === choice.card);
  const [entry] = planStudy(base, own, new Map(), sitting, aids).entries;
  const [card] = own;
  const item = entry && card && makeItem(base, card, entry.form, entry.seed);
  expect(entry?.form).toBe('single-choice');
  expect(item?.options.map(({ certificate }) => certificate?.belongsTo)).toContain(
    lure?.certificate?.belongsTo,
  );
});

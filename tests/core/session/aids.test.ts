import { describe, expect, test } from 'vitest';
import { cardsOf, itemsOf, makeItem } from '#core/item/generate.ts';
import { itemMaker } from '#core/item/recipe.ts';
import type { Day } from '#core/memory/day.ts';
import type { EventBody, SessionId } from '#core/review/event.ts';
import { activeReviews } from '#core/review/log.ts';
import { aidsFrom, noAids } from '#core/session/aids.ts';
import { stepOf, withRepeats } from '#core/session/step.ts';
import { planStudy } from '#core/session/study.ts';
import { logOf, payload, review } from '../review/some-events.ts';
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

describe('a card that will not stick', () => {
  const missedTyped = review({
    card: choice.card,
    form: 'typed',
    seed: choice.seed,
    guess: 0,
    response: { type: 'pass' },
    marks: 0,
  });
  const leech = [right, right, right, right, wrong, wrong, wrong, wrong];
  const own = cards.filter(({ id }) => id === choice.card);

  test('is stubborn once it was missed in two forms, until it comes right', () => {
    const isStubborn = (bodies: readonly EventBody[]) => aidsAfter(bodies).stubborn?.has(choice.card);
    expect(isStubborn([...leech, wrong])).toBe(false);
    expect(isStubborn([...leech, missedTyped])).toBe(true);
    expect(isStubborn([...leech, missedTyped, right])).toBe(false);
  });

  test('is asked by a smaller item in its place, then whole once the others are through', () => {
    const aids = aidsAfter([...leech, missedTyped]);
    const other = cards.find(({ id }) => id !== choice.card);
    if (!other) throw new RangeError('Make the topic give two cards');
    const { entries } = planStudy(base, [...own, other], new Map(), sitting, aids);
    expect(entries.map(({ card, easier }) => [card, easier])).toEqual([
      [choice.card, true],
      [other.id, undefined],
      [choice.card, undefined],
    ]);
    const [first] = entries;
    const item = first && itemMaker(base, cards)(first);
    expect(item?.guess).toBe(1 / 2);
  });

  test('keeps its smaller item apart from the whole when it is answered and repeated', () => {
    const plan = planStudy(base, own, new Map(), sitting, aidsAfter([...leech, missedTyped]));
    const [first, whole] = plan.entries;
    if (!first || !whole) throw new RangeError('Plan two steps');
    const answered = { ...payload, ...first, marks: 1 };
    expect(withRepeats(plan, [answered])).toEqual([first, whole]);
    expect(stepOf(plan, [answered])).toMatchObject({ entry: whole });
    expect(withRepeats(plan, [{ ...answered, marks: 0 }])).toEqual([
      first,
      whole,
      { ...first, seed: first.seed + 1 },
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import type { Card } from '#core/fact/fact.ts';
import { cardsOf, itemsOf, makeItem } from '#core/item/generate.ts';
import type { Day } from '#core/memory/day.ts';
import type { Confusion } from '#core/progress/confusions.ts';
import type { SessionId } from '#core/review/event.ts';
import { luresOf, planContrast, seedOffering } from '#core/session/contrast.ts';
import { harbourBase } from '../topic.ts';

const base = harbourBase();
const cards = cardsOf(base);
const sitting = { id: 's' as SessionId, seed: 1, startedDay: 1 as Day };

/** Every card with a fact that some seed offers as a wrong option. */
const confusable = itemsOf(base, 5).flatMap((item) => {
  const lure = item.options.find(({ certificate }) => certificate?.belongsTo)?.certificate?.belongsTo;
  const card = cards.find(({ id }) => id === item.card);
  return item.form === 'single-choice' && lure && card ? [{ card, lure }] : [];
});

const confusion = (settled: boolean): readonly Confusion[] =>
  confusable.map(({ card, lure }) => ({
    between: ['a', 'b'],
    times: 1,
    last: 1 as Day,
    cards: [card.id],
    lures: [lure],
    settled,
  }));

const making = (card: Card) => (seed: number) => makeItem(base, card, 'single-choice', seed);

describe('seedOffering()', () => {
  test('finds an item that offers the lure', () => {
    expect(confusable.length).toBeGreaterThan(2);
    for (const { card, lure } of confusable) {
      const seed = seedOffering(making(card), 1, new Set([lure])) ?? 0;
      const item = makeItem(base, card, 'single-choice', seed);
      expect(item?.options.map(({ certificate }) => certificate?.belongsTo)).toContain(lure);
    }
  });

  test('finds none for no lure', () => {
    const [first] = confusable;
    expect(first && seedOffering(making(first.card), 1, new Set())).toBeUndefined();
  });
});

describe('planContrast()', () => {
  test('asks every card that is confused, in the order given', () => {
    const lures = luresOf(confusion(false));
    const plan = planContrast(
      base,
      confusable.map(({ card }) => card),
      lures,
      sitting,
    );
    expect(plan.entries.map(({ card }) => card)).toEqual(confusable.map(({ card }) => card.id));
  });

  test('asks nothing that is settled', () => {
    const plan = planContrast(base, cards, luresOf(confusion(true)), sitting);
    expect(plan.entries).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { cardsOf } from '#core/item/generate.ts';
import { isPretestWorthwhile, pretestCards } from '#core/session/pretest.ts';
import { harbourBase } from '../topic.ts';

describe('isPretestWorthwhile()', () => {
  test.each([
    ['a month for a course', { cards: 500, minutes: 10, days: 30 }, true],
    ['a short week for a small topic', { cards: 120, minutes: 5, days: 7 }, false],
    ['no exam', { cards: 500, minutes: 5, days: undefined }, true],
    ['the exam today', { cards: 10, minutes: 10, days: 0 }, false],
    ['nothing to ask', { cards: 0, minutes: 10, days: 30 }, false],
  ])('%s', (_name, prospect, worthwhile) => {
    expect(isPretestWorthwhile(prospect)).toBe(worthwhile);
  });
});

describe('pretestCards()', () => {
  const base = harbourBase();
  const cards = cardsOf(base);

  test('takes core facts, or all where there are none', () => {
    const core = pretestCards(base, cards);
    expect(core.length).toBeGreaterThan(0);
    const importances = new Set(core.map(({ fact }) => base.facts.get(fact)?.importance));
    expect(importances.has('core') ? importances.size : 1).toBe(1);
    const others = cards.filter(({ fact }) => base.facts.get(fact)?.importance !== 'core');
    expect(pretestCards(base, others)).toEqual(others);
  });
});

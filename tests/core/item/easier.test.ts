import { describe, expect, test } from 'vitest';
import { cueOf } from '#core/item/cue.ts';
import { easierForms, makeEasier } from '#core/item/easier.ts';
import { makeItem, possibleCards } from '#core/item/generate.ts';
import type { Item } from '#core/item/item.ts';
import { itemMaker } from '#core/item/recipe.ts';
import { english } from '#core/language/en.ts';
import { grade } from '#core/review/grade.ts';
import { harbourBase } from '../topic.ts';

const base = harbourBase();
const cards = possibleCards(base);
/** Every easier item of a form with the whole one that it was made of. */
const pairs = (form: (typeof easierForms)[number]) =>
  cards.flatMap((card) => {
    const [whole, easier] = [makeItem(base, card, form, 3), makeEasier(base, card, form, 3)];
    expect(whole === undefined && easier !== undefined).toBe(false);
    return whole && easier ? [{ card, whole, easier }] : [];
  });
const verdict = (item: Item, text: string): string => grade(item, { type: 'text', text }).verdict;

describe('makeEasier()', () => {
  test.each(easierForms)('makes the same of the same, and another item than the whole one: %s', (form) => {
    const made = pairs(form);
    expect(made.length).toBeGreaterThan(0);
    const again = itemMaker(base, cards);
    for (const { card, whole, easier } of made) {
      expect(again({ card: card.id, form, seed: 3, easier: true })).toEqual(easier);
      expect(again({ card: card.id, form, seed: 3 })).toEqual(whole);
      expect(easier.id).not.toBe(whole.id);
      expect(easier).toMatchObject({ card: whole.card, guess: 1 / 2, explanation: whole.explanation });
    }
  });

  test('leaves the right option and one wrong one of a choice', () => {
    for (const { whole, easier } of pairs('single-choice')) {
      const texts = whole.options.map(({ text }) => text);
      expect(easier.options.map(({ id }) => id)).toEqual(['a', 'b']);
      expect(easier.options.every(({ text }) => texts.includes(text))).toBe(true);
      expect(easier.options.filter(({ correct }) => correct)).toHaveLength(1);
      expect(grade(easier, { type: 'choice', option: easier.key }).verdict).toBe('right');
    }
  });

  test('asks of a day the month, of a month the year; whoever knows more is right, too', () => {
    const made = pairs('typed');
    for (const { whole, easier } of made) {
      const [full, less] = [whole.entry, easier.entry];
      if (full?.type !== 'date' || less?.type !== 'date') throw new TypeError('Ask for dates only');
      expect(full.date.iso.startsWith(less.date.iso)).toBe(true);
      expect(less.date.iso.length).toBe(full.date.iso.length - 3);
      expect(verdict(easier, easier.key)).toBe('right');
      expect(verdict(easier, english.date(full.date))).toBe('right');
      expect(verdict(whole, easier.key)).toBe('almost');
      expect(verdict(easier, '1789')).toBe('wrong');
    }
  });

  test.each(['cloze', 'gap-card', 'flashcard'] as const)(
    'gives the first letters of the words: %s',
    (form) => {
      for (const { whole, easier } of pairs(form)) {
        expect(easier.cue).toBe(cueOf(whole.key));
        expect({ ...easier, cue: undefined }).toMatchObject({ stem: whole.stem, key: whole.key });
        expect(whole.cue).toBeUndefined();
        if (form === 'cloze') expect(verdict(easier, easier.cue ?? '')).not.toBe('right');
      }
    },
  );

  test('judges a statement without mending it', () => {
    const made = pairs('true-false');
    expect(made.some(({ whole }) => whole.repair !== undefined)).toBe(true);
    for (const { easier } of made) {
      expect(easier.repair).toBeUndefined();
      expect(grade(easier, { type: 'choice', option: easier.key })).toMatchObject({ marks: 1 });
    }
  });
});

import { describe, expect, test } from 'vitest';
import { facets } from '#core/fact/fact.ts';
import { forms } from '#core/item/forms/index.ts';
import { makeItem } from '#core/item/generate.ts';
import { formIds } from '#core/item/item.ts';
import { contentWords } from '#core/item/words.ts';
import { card } from '../../topic.ts';
import { itemsIn, storyBase } from './story.ts';

const base = storyBase();
/** The story is too short for a list in which every place is as likely: `correct-timeline.test.ts` has a longer one. */
const elsewhere = ['true-false', 'correct-timeline'];
const chosen = formIds.filter((id) => forms[id].interaction === 'choice' && !elsewhere.includes(id));

describe.each(chosen)('%s keeps the laws of items', (form) => {
  const items = itemsIn(base, form);

  test('has items at all', () => {
    expect(items.length).toBeGreaterThan(0);
  });

  test('asks one question with one key and a certificate on every other option', () => {
    for (const item of items) {
      expect(item.stem).toMatch(/^[^?]+\?$/);
      expect(item.options.filter(({ correct }) => correct).map(({ id }) => id)).toEqual([item.key]);
      for (const { correct, certificate } of item.options) expect(certificate === undefined).toBe(correct);
      expect(new Set(item.options.map(({ text }) => text)).size).toBe(item.options.length);
    }
  });

  test('does not give the key away by its length or by a word of the stem', () => {
    for (const { stem, options, form: id } of items) {
      if (id === 'before-after') continue;
      const key = options.find(({ correct }) => correct)?.text ?? '';
      const wrong = options.filter(({ correct }) => !correct).map(({ text }) => text);
      expect(key.length).toBeLessThanOrEqual(1.25 * Math.max(...wrong.map((text) => text.length)));
      const offered = new Set(wrong.flatMap((text) => [...contentWords(text)]));
      const asked = contentWords(id === 'corrected-fact' ? '' : stem);
      expect([...contentWords(key)].filter((word) => asked.has(word) && !offered.has(word))).toEqual([]);
    }
  });

  test('names cards and facts that exist, and cites every fact', () => {
    for (const { cards, facts, card: own, options } of items) {
      expect(cards[0]).toBe(own);
      for (const id of cards) expect(facts.some((fact) => id.startsWith(`${fact}/`))).toBe(true);
      for (const id of facts) expect(base.facts.has(id)).toBe(true);
      for (const { certificate } of options) {
        if (certificate) expect(base.facts.has(certificate.refutedBy)).toBe(true);
      }
    }
  });

  test('makes the same item for the same seed', () => {
    for (const { id } of base.topic.facts.slice(0, 6)) {
      for (const facet of facets) {
        expect(makeItem(base, card(id, facet), form, 3)).toEqual(makeItem(base, card(id, facet), form, 3));
      }
    }
  });
});

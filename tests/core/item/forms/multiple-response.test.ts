import { describe, expect, test } from 'vitest';
import { indexTopic } from '#core/fact/base.ts';
import { makeItem } from '#core/item/generate.ts';
import { grade } from '#core/review/grade.ts';
import { card } from '../../topic.ts';
import { coast, itemsOfForm } from '../form-topics.ts';

const items = itemsOfForm(coast, 'multiple-response', [1, 2, 3, 4]);
const league = new Set(['Port Alba', 'Brevik', 'Corran']);

describe('multiple-response', () => {
  test('offers members and proven others, some of each', () => {
    expect(items.length).toBe(12);
    for (const { options } of items) {
      const right = options.filter(({ correct }) => correct);
      expect(right.every(({ text }) => league.has(text))).toBe(true);
      expect([2, 3]).toContain(right.length);
      for (const { text, correct, certificate } of options) {
        expect(correct).toBe(league.has(text));
        expect(certificate?.law).toBe(correct ? undefined : 'C4');
      }
      expect(options.length - right.length).toBeGreaterThanOrEqual(2);
    }
  });

  test('shows the member that it was made for', () => {
    const item = makeItem(coast, card('league-corran', 'object'), 'multiple-response', 3);
    expect(item?.options.filter(({ correct }) => correct).map(({ text }) => text)).toContain('Corran');
  });

  test('says the whole list once, and of whatever is not on it that it is not', () => {
    for (const { explanation, options } of items) {
      expect(explanation).toBe('Brevik, Corran and Port Alba were a member of the Coast League.');
      for (const { text, certificate } of options)
        if (certificate) expect(certificate.text).toBe(`${text} is not one of them.`);
    }
  });

  test('names its keys, which earn full marks; ticking everything does not', () => {
    for (const item of items) {
      expect(grade(item, { type: 'multiple', options: item.key.split(' ') }).marks).toBe(1);
      expect(grade(item, { type: 'multiple', options: item.options.map(({ id }) => id) }).marks).toBeLessThan(
        0.5,
      );
    }
  });

  test('is not asked of a list that nobody says is complete', () => {
    const { topic } = coast;
    const open = topic.predicates.map((one) => ({ ...one, complete: false }));
    expect(itemsOfForm(indexTopic({ ...topic, predicates: open }), 'multiple-response')).toEqual([]);
  });
});

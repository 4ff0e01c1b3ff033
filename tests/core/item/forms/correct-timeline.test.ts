import { describe, expect, test } from 'vitest';
import { factOf } from '#core/fact/base.ts';
import type { FactId } from '#core/fact/fact.ts';
import { itemsOfForm, regattas } from '../form-topics.ts';

const items = itemsOfForm(regattas, 'correct-timeline', [1, 2, 3]);

function isoOf(id: FactId | undefined): string {
  const object = id && factOf(regattas, id).object;
  return object?.type === 'date' ? object.date.iso : '';
}

/** The dates of the cards in the order shown. */
const datesOf = ({ options, facts }: (typeof items)[number]): readonly string[] =>
  options.map(({ certificate }) => isoOf(certificate?.refutedBy ?? facts[0]));
const isSorted = (dates: readonly string[]): boolean => dates.join() === dates.toSorted().join();

describe('correct-timeline', () => {
  test('is in order without the key, and only without the key', () => {
    expect(items.length).toBeGreaterThan(200);
    for (const item of items) {
      const dates = datesOf(item);
      const mended = item.options.filter((_, index) =>
        isSorted(dates.filter((__, other) => other !== index)),
      );
      expect(mended.map(({ id }) => id)).toEqual([item.key]);
    }
  });

  test('certifies every other card by its own date', () => {
    for (const { options } of items) {
      for (const { correct, certificate } of options)
        expect(certificate?.law).toBe(correct ? undefined : 'C1');
    }
  });

  test('has its key in no place more often than chance gives', () => {
    for (const id of ['a', 'b', 'c', 'd']) {
      const share = items.filter(({ key }) => key === id).length / items.length;
      expect(Math.abs(share - 0.25)).toBeLessThan(0.1);
    }
  });
});

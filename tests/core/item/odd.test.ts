import { expect, test } from 'vitest';
import { itemsIn } from './forms/story.ts';
import { contentWords } from '#core/item/words.ts';
import { nigerBase } from '../../niger.ts';

test('the odd one is never found by a word that all the others have', () => {
  const items = itemsIn(nigerBase(), 'odd-one-out');
  expect(items.length).toBeGreaterThan(100);
  const told = items.filter(({ stem, options }) => {
    const odd = options.find(({ correct }) => correct)?.text ?? '';
    const own = new Set([...contentWords(odd), ...contentWords(stem)]);
    const [first = new Set<string>(), ...rest] = options
      .filter(({ correct }) => !correct)
      .map(({ text }) => contentWords(text));
    return [...first].some((word) => !own.has(word) && rest.every((words) => words.has(word)));
  });
  expect(told.map(({ stem }) => stem)).toEqual([]);
});

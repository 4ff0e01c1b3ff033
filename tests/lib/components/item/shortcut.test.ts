import { expect, test } from 'vitest';
import { optionIndex } from '#lib/components/item/shortcut.ts';

test.each([
  ['1', 0],
  ['4', 3],
  ['a', 0],
  ['C', 2],
  ['0', undefined],
  ['u', undefined],
  ['Enter', undefined],
  ['', undefined],
])('optionIndex() of %j is %j', (key, index) => {
  expect(optionIndex(key)).toBe(index);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumber } from '#lib/components/item/read-number.ts';

test.each([
  ['1500', 1500],
  [' 1,500 ', 1500],
  ['1 500', 1500],
  ['1’000’000', 1_000_000],
  ['2.5', 2.5],
  ['\u22123', -3],
  ['0', 0],
  ['', undefined],
  ['about 1500', undefined],
  ['1,50', undefined],
  ['1e9', undefined],
  ['12 or 13', undefined],
  ['9'.repeat(30), undefined],
])('readNumber() of %j is %j', (text, value) => {
  expect(readNumber(text)).toBe(value);
});

test('readNumber() takes any text without an exception and gives numbers only', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const value = readNumber(text);
      expect(value === undefined || Number.isFinite(value)).toBe(true);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEnglishAmount, readEnglishNumber } from '#core/language/en-number.ts';

test.each([
  ['90', 90],
  ['about 1,100 troops', 1100],
  ["1'100", 1100],
  ['1 100', 1100],
  ['1\u202f100', 1100],
  ['63.4 %', 63.4],
  ['63,4 %', 63.4],
  ['four', 4],
  ['Twenty-five', 25],
  ['ninety nine', 99],
  ['a hundred', 100],
  ['one hundred and thirty', 130],
  ['two thousand and twenty', 2020],
  ['1.5 million', 1_500_000],
  ['million', 1_000_000],
  ['three million two hundred thousand', 3_200_000],
  ['519 million US dollars', 519_000_000],
])('readEnglishNumber() reads %j', (text, value) => expect(readEnglishNumber(text)).toBe(value));

test.each([
  '',
  'dozens',
  '90 or 91',
  'between four and five',
  'two four',
  'one 2',
  '9e1',
  'thirteen seven',
  'many',
])('readEnglishNumber() reads no one number in %j', (text) =>
  expect(readEnglishNumber(text)).toBeUndefined(),
);

test('readEnglishNumber() reads every whole number with its thousands marked or not', () => {
  fc.assert(
    fc.property(fc.nat(9_999_999), fc.constantFrom('', ',', ' ', "'"), (value, mark) => {
      const text = String(value).replace(/\B(?=(\d{3})+$)/g, mark);
      expect(readEnglishNumber(text)).toBe(value);
    }),
  );
});

test.each([
  ['a week', 'seven days', 7],
  ['two days', '48 hours', 48],
  ['60 months', 'five years', 5],
  ['7', 'seven days', 7],
  ['three weeks', 'three years', 3],
  ['a few days', 'one day', undefined],
])('readEnglishAmount() reads %j, where %j is right, as %j', (text, key, amount) =>
  expect(readEnglishAmount(text, key)).toBe(amount),
);

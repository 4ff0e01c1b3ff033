import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { english } from '#core/language/en.ts';
import { date } from '../topic.ts';

describe('english', () => {
  test.each([
    ['2023-07-26', '26 July 2023', 'on 26 July 2023', 'on what date'],
    ['2023-07', 'July 2023', 'in July 2023', 'in which month and year'],
    ['2023', '2023', 'in 2023', 'in which year'],
  ])('words %s by its precision', (iso, plain, adverb, asked) => {
    expect(english.date(date(iso))).toBe(plain);
    expect(english.onDate(date(iso))).toBe(adverb);
    expect(english.whenPhrase(date(iso).precision)).toBe(asked);
  });

  test.each([
    ['Niger', false, "Niger's"],
    ['the ECOWAS envoys', true, "the ECOWAS envoys'"],
    ['the United States', false, "the United States'"],
  ])('makes the possessive of %s', (phrase, plural, expected) => {
    expect(english.possessive(phrase, plural)).toBe(expected);
  });

  test.each([
    [1100, '1,100'],
    [999, '999'],
    [25_000_000, '25,000,000'],
    [55.75, '55.75'],
  ])('groups %d', (value, expected) => expect(english.number(value)).toBe(expected));

  test.each([
    [7, 'days', 'seven'],
    [7, 'per cent', '7'],
    [12, 'kilometres', '12'],
    [1.27, 'million square kilometres', '1.27'],
    [13, 'days', '13'],
  ])('words %d %s as what is counted or as a measure', (amount, unit, expected) => {
    const quantity = { type: 'quantity', amount, unit, unitOne: unit, approximate: false } as const;
    expect(english.amount(quantity)).toBe(expected);
    expect(english.amount({ ...quantity, approximate: true })).toBe(`about ${expected}`);
  });

  test('reads back every form of a date that it offers', () => {
    const isos = fc
      .tuple(
        fc.integer({ min: 1900, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .chain(([year, month, day]) => {
        const two = (value: number): string => String(value).padStart(2, '0');
        return fc.constantFrom(`${year}`, `${year}-${two(month)}`, `${year}-${two(month)}-${two(day)}`);
      });
    fc.assert(
      fc.property(isos, (iso) => {
        for (const form of english.dateForms(date(iso))) expect(english.readDate(form)).toEqual(date(iso));
      }),
    );
  });

  test.each([
    ['Wednesday, the 26th of July 2023', '2023-07-26'],
    ['july 26th, 2023', '2023-07-26'],
    ['26.7.23', '2023-07-26'],
    ['26/07/1990', '1990-07-26'],
    ['7/26/2023', '2023-07-26'],
    ['6/7/2023', '2023-07-06'],
    ['26 Jul 23', '2023-07-26'],
    ['15.4.74', '1974-04-15'],
    ['Sept. 2023', '2023-09'],
    ['Agust 2023', '2023-08'],
    ['Febuary 2024', '2024-02'],
    ['2023-07', '2023-07'],
    ['in 2023', '2023'],
    ['26 juillet 2023', '2023-07-26'],
    ['1er août 2023', '2023-08-01'],
    ['mars 2024', '2024-03'],
  ])('reads %j', (text, iso) => expect(english.readDate(text)?.iso).toBe(iso));

  test.each(['July', '26', 'last year', '40 July 2023', '1/2/3/2023', 'July August 2023', ''])(
    'reads no date in %j',
    (text) => expect(english.readDate(text)).toBeUndefined(),
  );
});

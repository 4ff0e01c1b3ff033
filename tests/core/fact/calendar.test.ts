import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, firstDayOf, isoOfDayNumber, lastDayOf } from '#core/fact/calendar.ts';

test('dayNumber() reads what isoOfDayNumber() writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
      expect(dayNumber(isoOfDayNumber(day))).toBe(day);
    }),
  );
});

describe('firstDayOf() and lastDayOf()', () => {
  test.each([
    ['2023', '2023-01-01', '2023-12-31'],
    ['2023-12', '2023-12-01', '2023-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-07-26', '2023-07-26', '2023-07-26'],
  ])('%s is %s to %s', (iso, first, last) => {
    expect([firstDayOf(iso), lastDayOf(iso)]).toEqual([dayNumber(first), dayNumber(last)]);
  });

  test.each(['2023-13', '2023-00', '2023-02-30', '20', '', 'soon', '2023-07-26T00'])('refuse %j', (iso) => {
    expect([firstDayOf(iso), lastDayOf(iso)]).toEqual([undefined, undefined]);
  });
});

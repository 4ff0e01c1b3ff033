import { expect, test } from 'vitest';
import type { Day } from '#core/memory/day.ts';
import { formatDate, formatDay, formatDistance } from '#lib/i18n/format.ts';

const day = (value: number): Day => value as Day;

test.each([
  ['2023', '2023'],
  ['2023-07', 'July 2023'],
  ['2023-07-26', '26 July 2023'],
])('formatDate() of %s says no more than is known: %s', (iso, text) => {
  expect(formatDate(iso)).toBe(text);
});

test('formatDay() gives the calendar date of a day', () => {
  expect(formatDay(day(0))).toBe('1 January 1970');
});

test.each([
  [0, 'today'],
  [1, 'tomorrow'],
  [3, 'in 3 days'],
  [-2, '2 days ago'],
])('formatDistance() of %i days is %j', (ahead, text) => {
  expect(formatDistance(day(20_000 + ahead), day(20_000))).toBe(text);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoAt, lastStep, partsOf, shifted, stepOf, ticksOf } from '#lib/components/item/axis.ts';
import type { Axis } from '#lib/components/item/axis.ts';

const axis = (start: string, end: string, precision: Axis['precision']): Axis => ({
  type: 'axis',
  start,
  end,
  precision,
  landmarks: [],
  right: ['2023-07-26', '2023-07-26'],
  toleranceDays: 10,
});
const summer = axis('2023-07-01', '2023-10-31', 'day');
const months = axis('2023-07', '2025-06', 'month');
const years = axis('1960', '2024', 'year');

describe('stepOf() and isoAt()', () => {
  test.each([summer, months, years])('are inverse on the whole axis from $start to $end', (any) => {
    fc.assert(
      fc.property(fc.nat(lastStep(any)), (step) => {
        expect(stepOf(any, isoAt(any, step))).toBe(step);
      }),
    );
    expect(isoAt(any, 0)).toBe(any.start);
    expect(isoAt(any, lastStep(any))).toBe(any.end);
  });

  test('a date beyond the ends stands at the end, a finer one where it belongs', () => {
    expect(stepOf(summer, '2020-01-01')).toBe(0);
    expect(stepOf(summer, '2030-01-01')).toBe(lastStep(summer));
    expect(stepOf(months, '2023-09-24')).toBe(2);
    expect(stepOf(years, '2023-07-26')).toBe(63);
  });
});

describe('shifted()', () => {
  test.each([
    [summer, '2023-07-31', 'day', 1, '2023-08-01'],
    [summer, '2023-08-31', 'month', 1, '2023-09-30'],
    [summer, '2023-08-15', 'year', 1, '2023-10-31'],
    [summer, '2023-07-01', 'day', -1, '2023-07-01'],
    [months, '2023-12', 'month', 1, '2024-01'],
    [months, '2023-12', 'year', 1, '2024-12'],
    [years, '1960', 'year', -1, '1960'],
  ] as const)('%#: %s by one %s', (any, iso, part, by, expected) => {
    expect(shifted(any, iso, part, by)).toBe(expected);
  });

  test('never leaves the axis and keeps its precision', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(summer, months, years),
        fc.nat(10_000),
        fc.nat(2),
        fc.constantFrom(1 as const, -1 as const),
        (any, at, which, by) => {
          const part = partsOf(any)[which] ?? any.precision;
          const next = shifted(any, isoAt(any, at % (lastStep(any) + 1)), part, by);
          expect(next).toHaveLength(any.start.length);
          expect(next >= any.start && next <= any.end).toBe(true);
        },
      ),
    );
  });
});

test('ticksOf() gives few beginnings of months or years, on the axis and in order', () => {
  expect(ticksOf(summer).map(({ iso }) => iso)).toEqual(['2023-07', '2023-08', '2023-09', '2023-10']);
  expect(ticksOf(years).map(({ iso }) => iso)).toEqual([
    '1960',
    '1970',
    '1980',
    '1990',
    '2000',
    '2010',
    '2020',
  ]);
  for (const any of [summer, months, years]) {
    const steps = ticksOf(any).map(({ step }) => step);
    expect(steps).toEqual([...new Set(steps)].toSorted((a, b) => a - b));
    expect(steps.length).toBeLessThanOrEqual(13);
  }
});

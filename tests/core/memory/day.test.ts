import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, dayOfIso, isoOfDay } from '#core/memory/day.ts';
import type { Day } from '#core/memory/day.ts';

describe('dayOf()', () => {
  test.each([
    ['an hour before the roll-over belongs to the day before', '2026-03-10T03:00:00Z', 0, '2026-03-09'],
    ['the roll-over starts the day', '2026-03-10T04:00:00Z', 0, '2026-03-10'],
    ['the zone counts, not UTC', '2026-03-10T23:30:00Z', 60, '2026-03-10'],
    ['a zone ahead of UTC is on its own date', '2026-03-10T21:30:00Z', 480, '2026-03-11'],
    ['a zone behind UTC likewise', '2026-03-10T08:00:00Z', -480, '2026-03-09'],
  ])('%s', (_, instant, offset, iso) => {
    expect(isoOfDay(dayOf(Date.parse(instant), offset))).toBe(iso);
  });
});

describe('isoOfDay()', () => {
  test('agrees with the calendar of the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (number) => {
        const day = number as Day;
        expect(isoOfDay(day)).toBe(
          new Date(number * 86_400_000).toISOString().slice(0, 10).replace(/^\+00/, ''),
        );
      }),
    );
  });

  test('is read back by dayOfIso()', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (number) => {
        expect(dayOfIso(isoOfDay(number as Day))).toBe(number);
      }),
    );
  });
});

test.each(['2026-02-30', '2026-13-01', 'yesterday', '2026-1-1', ''])('dayOfIso() refuses %s', (iso) => {
  expect(dayOfIso(iso)).toBeUndefined();
});

test('addDays() crosses the end of a month', () => {
  const day = dayOfIso('2028-02-28');
  expect(day !== undefined && isoOfDay(addDays(day, 2))).toBe('2028-03-01');
});

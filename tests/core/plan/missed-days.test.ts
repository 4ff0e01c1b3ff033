import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowForMissedDays, chanceInTime, daysLookedAt } from '#core/plan/missed-days.ts';

const allowed = (worths: readonly number[], starts: readonly number[], rest: number, attendance: number) => {
  const found = Float64Array.from(worths);
  allowForMissedDays(found, daysLookedAt(starts, (starts.at(-1) ?? 0) + 1, attendance), rest);
  return [...found];
};

test('a day that is missed is made up for on the next one, the last one is not', () => {
  const [today, eve, last] = allowed([0.9, 0.8, 0.7], [0, 1, 2], 0.1, 0.75);
  expect(last).toBeCloseTo(0.75 * 0.7 + 0.25 * 0.1, 12);
  expect(eve).toBeCloseTo(0.75 * 0.8 + 0.25 * (last ?? 0), 12);
  expect(today).toBe(0.9);
});

test('looking at all days or at some of them comes to the same where worths lie on a line', () => {
  const worthOf = (day: number) => 0.9 - 0.01 * day;
  const every = Array.from({ length: 60 }, (_, day) => day + 1);
  const some = [1, 2, 4, 8, 16, 60];
  const all = allowed(every.map(worthOf), every, worthOf(61), 0.75);
  const few = allowed(some.map(worthOf), some, worthOf(61), 0.75);
  some.forEach((day, place) => expect(few[place]).toBeCloseTo(all[day - 1] ?? 0, 2));
});

test('who never misses a day loses nothing, and every worth lies between what it was and those behind it', () => {
  const worth = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(worth, { minLength: 1, maxLength: 12 }),
      worth,
      worth,
      (worths, rest, attendance) => {
        const starts = worths.map((_, place) => 1 + place * 3);
        allowed(worths, starts, rest, 1).forEach((value, place) =>
          expect(value).toBeCloseTo(worths[place] ?? 0, 12),
        );
        const found = allowed(worths, starts, rest, attendance);
        found.forEach((value, place) => {
          const behind = [worths[place] ?? 0, found[place + 1] ?? rest];
          expect(value).toBeGreaterThanOrEqual(Math.min(...behind) - 1e-12);
          expect(value).toBeLessThanOrEqual(Math.max(...behind) + 1e-12);
        });
      },
    ),
    { seed: 5 },
  );
});

test('the longer the time looked at, the surer something is done in it', () => {
  expect(chanceInTime(1, 0.75)).toBe(0.75);
  expect(chanceInTime(5, 0.75)).toBeGreaterThan(0.9);
  expect(chanceInTime(3, 1)).toBe(1);
});

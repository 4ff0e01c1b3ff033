import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf } from '#core/memory/day.ts';
import { activeReviews } from '#core/review/log.ts';
import { rhythm, studyDays } from '#core/progress/calendar.ts';
import { logOf, review } from '../review/some-events.ts';

const noon = Date.UTC(2026, 10, 24, 12);
const today = dayOf(noon, 60);

/** A log with one review of `tookMs` on each of the days, counted back from today. */
const studied = (daysBack: readonly number[], tookMs = 5000) =>
  activeReviews(
    logOf(
      'phone',
      daysBack.map(() => review({ tookMs })),
      daysBack.toSorted((a, b) => b - a).map((back) => noon - back * 86_400_000),
    ),
  );

describe('studyDays()', () => {
  test('counts answers and seconds, the empty days too', () => {
    const days = studyDays(studied([2, 2, 0]), addDays(today, -2), today);
    expect(days.map(({ reviews, seconds }) => [reviews, seconds])).toEqual([
      [2, 10],
      [0, 0],
      [1, 5],
    ]);
  });

  test('counts a minute at most for one answer', () => {
    expect(studyDays(studied([0], 3_600_000), today, today)[0]?.seconds).toBe(60);
  });

  test('loses no review and adds none', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 30 }), (backs) => {
        const days = studyDays(studied(backs), addDays(today, -20), today);
        expect(days).toHaveLength(21);
        expect(days.reduce((sum, { reviews }) => sum + reviews, 0)).toBe(backs.length);
      }),
    );
  });
});

describe('rhythm()', () => {
  test.each([
    ['today only', [0], 1, 1],
    ['up to yesterday, today still open', [1, 2, 3], 3, 3],
    ['a gap of a day', [0, 2, 3], 3, 1],
    ['nothing for two days', [2, 3], 2, 0],
    ['long ago', [30], 0, 0],
    ['nothing', [], 0, 0],
  ])('%s', (_name, backs, days, inARow) => {
    expect(rhythm(studied(backs), today)).toEqual({ studied: days, of: 14, inARow });
  });
});

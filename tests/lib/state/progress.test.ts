import { expect, test } from 'vitest';

import { addDays } from '../../../src/core/memory/day.ts';
import type { Day } from '../../../src/core/memory/day.ts';
import type { ReviewEvent } from '../../../src/core/review/log.ts';
import { reviewsPerDay } from '../../../src/lib/state/progress.svelte.ts';

const today = 20_000 as Day;
const reviewOn = (day: Day): ReviewEvent => ({ dayKey: day }) as ReviewEvent;

test('reviewsPerDay() counts days without a review as 0, the oldest first', () => {
  const reviews = [reviewOn(addDays(today, -2)), reviewOn(today), reviewOn(today)];
  expect(reviewsPerDay(reviews, today, 3)).toEqual([
    { day: today - 2, reviews: 1 },
    { day: today - 1, reviews: 0 },
    { day: today, reviews: 2 },
  ]);
});

test('reviewsPerDay() leaves out what is older, and what a clock ahead has written', () => {
  const reviews = [reviewOn(addDays(today, -9)), reviewOn(addDays(today, 3))];
  expect(reviewsPerDay(reviews, today, 2).map(({ reviews: count }) => count)).toEqual([0, 0]);
});

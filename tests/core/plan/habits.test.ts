import { describe, expect, test } from 'vitest';
import { addDays } from '#core/memory/day.ts';
import { defaultWeights } from '#core/memory/fsrs.ts';
import { habitsOf, learnerOf, noHabits } from '#core/plan/habits.ts';
import { today } from './some-tasks.ts';

const review = (ago: number, rating: 'again' | 'good') => ({ day: addDays(today, -ago), rating });

describe('habitsOf()', () => {
  test('counts first and later answers, and the days with study before today', () => {
    const habits = habitsOf(
      [[review(10, 'again'), review(4, 'good'), review(0, 'good')], [review(4, 'good')]],
      today,
    );
    expect(habits.first).toEqual({ again: 1, hard: 0, good: 1, easy: 0 });
    expect(habits.later).toEqual({ again: 0, hard: 0, good: 2, easy: 0 });
    expect(habits).toMatchObject({ days: 10, daysStudied: 2 });
  });
});

describe('learnerOf()', () => {
  test('supposes an average learner of whom nothing is known, and believes many days', () => {
    const attendance = (days: number, daysStudied: number) =>
      learnerOf({ ...noHabits, days, daysStudied }, defaultWeights).attendance;
    expect(attendance(0, 0)).toBe(0.75);
    expect(attendance(100, 60)).toBeCloseTo(0.61, 2);
    expect(attendance(100, 100)).toBe(0.85);
    expect(attendance(100, 1)).toBe(0.5);
  });
});

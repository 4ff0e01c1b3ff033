import { describe, expect, test } from 'vitest';
import { defaultWeights } from '#core/memory/fsrs.ts';
import { learnerOf, noHabits } from '#core/plan/habits.ts';

describe('learnerOf()', () => {
  test('supposes an average learner of whom nothing is known, and believes many days', () => {
    const attendance = (days: number, daysStudied: number) =>
      learnerOf({ ...noHabits, days, daysStudied }, defaultWeights).attendance;
    expect(attendance(0, 0)).toBe(0.75);
    expect(attendance(100, 60)).toBeCloseTo(0.61, 2);
    expect(attendance(100, 100)).toBe(0.95);
    expect(attendance(100, 1)).toBe(0.5);
  });
  test("comes to the learner's own times, within reason", () => {
    const success = (answers: number, seconds: number) =>
      learnerOf({ ...noHabits, times: { ...noHabits.times, success: { answers, seconds } } }, defaultWeights)
        .seconds.success;
    expect(success(0, 0)).toBe(8);
    expect(success(20, 20 * 12)).toBe(10);
    expect(success(980, 980 * 12)).toBeCloseTo(11.92, 2);
    expect(success(1000, 1000)).toBe(4);
    expect(success(1000, 1000 * 60)).toBe(24);
  });
});

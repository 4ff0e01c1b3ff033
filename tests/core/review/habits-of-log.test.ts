import { expect, test } from 'vitest';
import { cardId } from '#core/fact/fact.ts';
import type { FactId } from '#core/fact/fact.ts';
import { addDays } from '#core/memory/day.ts';
import type { Day } from '#core/memory/day.ts';
import { habitsOfLog } from '#core/review/habits-of-log.ts';
import type { Given } from '#core/review/standing.ts';

const today = 20_000 as Day;
const review = (card: string, ago: number, rating: 'again' | 'good'): Given => ({
  dayKey: addDays(today, -ago),
  payload: {
    card: cardId(card as FactId, 'object'),
    response: { type: 'reveal', rating },
    marks: rating === 'good' ? 1 : 0,
    guess: 0,
    tookMs: 3000,
  },
});

test('habitsOfLog() counts first and later answers, and the days with study before today', () => {
  const log = [
    review('a', 10, 'again'),
    review('a', 4, 'good'),
    review('b', 4, 'good'),
    review('a', 0, 'good'),
  ];
  expect(habitsOfLog(log, today)).toEqual({
    first: { again: 1, hard: 0, good: 1, easy: 0 },
    later: { again: 0, hard: 0, good: 2, easy: 0 },
    times: {
      first: { answers: 0, seconds: 0 },
      success: { answers: 0, seconds: 0 },
      lapse: { answers: 0, seconds: 0 },
    },
    days: 10,
    daysStudied: 2,
  });
});

test('habitsOfLog() counts the time from one item to the next, where the learner did not leave in between', () => {
  const at = (seconds: number, given: Given) => ({ ...given, wallUtcMs: seconds * 1000 });
  // Each took 3 s to answer, so the explanation before it was read until 3 s earlier.
  const log = [
    at(0, review('a', 0, 'good')), // 3 s, then 7 s of reading
    at(10, review('a', 0, 'good')), // 3 s, then 2 s
    at(15, review('a', 0, 'again')), // then away
    at(500, review('a', 0, 'good')), // the last
    at(490, review('a', 0, 'good')), // by a clock that was set back
  ];
  expect(habitsOfLog(log, today).times).toEqual({
    first: { answers: 1, seconds: 10 },
    success: { answers: 1, seconds: 5 },
    lapse: { answers: 0, seconds: 0 },
  });
});

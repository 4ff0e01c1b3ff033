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
    days: 10,
    daysStudied: 2,
  });
});

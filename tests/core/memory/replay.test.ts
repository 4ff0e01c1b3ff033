import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '#core/memory/day.ts';
import { practised, recall, replay } from '#core/memory/replay.ts';
import type { Memory } from '#core/memory/replay.ts';
import type { Rating } from '#core/memory/fsrs.ts';

const at = (day: number): Day => day as Day;
const cards = ['a', 'b', 'c'] as const;
const practice = fc.record({
  card: fc.constantFrom(...cards),
  day: fc.integer({ min: 20_000, max: 20_400 }).map(at),
  rating: fc.constantFrom<Rating>('again', 'hard', 'good', 'easy'),
});

describe('replay()', () => {
  test('of a whole history equals practising step by step', () => {
    fc.assert(
      fc.property(fc.array(practice, { maxLength: 60 }), (practices) => {
        const ordered = practices.toSorted((a, b) => a.day - b.day);
        const whole = replay(ordered);
        for (const card of cards) {
          const own = ordered.filter((step) => step.card === card);
          const stepwise = own.reduce<Memory | undefined>(
            (memory, step) => practised(memory, step),
            undefined,
          );
          expect(whole.get(card)).toEqual(stepwise);
        }
      }),
    );
  });

  test('takes a clock set back as the same day', () => {
    const memory = replay([
      { card: 'a', day: at(20_010), rating: 'good' },
      { card: 'a', day: at(20_001), rating: 'good' },
    ]).get('a');
    expect(memory?.last).toBe(20_010);
    expect(memory?.due).toBeGreaterThan(20_010);
  });

  test('makes a card due when its recall has fallen to nine in ten', () => {
    const memory = practised(undefined, { day: at(20_000), rating: 'easy' });
    expect(recall(memory, memory.due)).toBeCloseTo(0.9, 1);
    expect(recall(memory, memory.last)).toBe(1);
  });

  test('counts lapses and reviews', () => {
    const memory = replay(
      (['good', 'again', 'good', 'again'] as const).map((rating, index) => ({
        card: 'a',
        day: at(20_000 + 5 * index),
        rating,
      })),
    ).get('a');
    expect(memory).toMatchObject({ reviews: 4, lapses: 2 });
  });
});

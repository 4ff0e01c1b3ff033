import { FSRSAlgorithm, generatorParameters, Rating as Grade } from 'ts-fsrs';
import { bench, describe } from 'vitest';
import { seededRandom, randomInt } from '#core/item/random.ts';
import type { Day } from '#core/memory/day.ts';
import { defaultWeights } from '#core/memory/fsrs.ts';
import type { Rating } from '#core/memory/fsrs.ts';
import { replay } from '#core/memory/replay.ts';
import type { Practice } from '#core/memory/replay.ts';

const ratings: readonly Rating[] = ['again', 'hard', 'good', 'easy'];
const grades = { again: Grade.Again, hard: Grade.Hard, good: Grade.Good, easy: Grade.Easy } as const;

/** 100,000 reviews of 2,000 cards over about three years. */
function history(): readonly Practice<number>[] {
  const random = seededRandom('bench');
  return Array.from({ length: 100_000 }, (_, index) => ({
    card: randomInt(2000, random),
    day: (20_000 + Math.floor(index / 90)) as Day,
    rating: ratings[randomInt(4, random)] ?? 'good',
  }));
}

const practices = history();

describe('replay of 100,000 reviews', () => {
  bench('harmattan', () => {
    replay(practices);
  });

  bench('ts-fsrs next_state', () => {
    const algorithm = new FSRSAlgorithm(
      generatorParameters({ w: [...defaultWeights], enable_short_term: true }),
    );
    const states = new Map<number, { stability: number; difficulty: number; last: number }>();
    for (const { card, day, rating } of practices) {
      const before = states.get(card);
      const after = algorithm.next_state(before ?? null, before ? day - before.last : 0, grades[rating]);
      states.set(card, { ...after, last: day });
    }
  });
});

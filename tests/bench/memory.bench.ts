import { FSRSAlgorithm, generatorParameters, Rating as Grade } from 'ts-fsrs';
import { bench, describe } from 'vitest';
import { seededRandom, randomInt } from '#core/item/random.ts';
import { defaultWeights } from '#core/memory/fsrs.ts';
import { replay } from '#core/memory/replay.ts';
import { standingAfter } from '#core/review/standing.ts';
import { practicesOf, reviewsOf } from './history.ts';

const grades = { again: Grade.Again, hard: Grade.Hard, good: Grade.Good, easy: Grade.Easy } as const;
const count = 100_000;
const practices = practicesOf(count, 2000);
const reviews = reviewsOf(count, 2000);
let standing = standingAfter(reviews.slice(0, -1));
const random = seededRandom('one more');

describe('replay of 100,000 reviews', () => {
  bench('harmattan, ratings', () => {
    replay(practices);
  });

  bench('harmattan, answers in all forms', () => {
    standingAfter(reviews);
  });

  bench('ts-fsrs next_state, ratings', () => {
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

describe('one more answer after 100,000', () => {
  bench('harmattan', () => {
    const at = randomInt(count, random);
    standing = standingAfter(reviews.slice(at, at + 1), defaultWeights, standing);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceKnown, evidenceOfRating } from '#core/memory/evidence.ts';
import type { Evidence } from '#core/memory/evidence.ts';
import { defaultWeights, firstState, nextState, retrievability } from '#core/memory/fsrs.ts';
import type { MemoryState, Rating } from '#core/memory/fsrs.ts';
import { mixed, projected, updated } from '#core/memory/mixture.ts';

const ratings: readonly Rating[] = ['again', 'hard', 'good', 'easy'];
const share = fc.double({ min: 0, max: 1, noNaN: true });
const inside = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const state: fc.Arbitrary<MemoryState> = fc.record({
  stability: fc.double({ min: 0.01, max: 3000, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
});
const before = fc.option(state, { nil: undefined });
const days = fc.integer({ min: 0, max: 400 });
const doubtful: fc.Arbitrary<Evidence> = fc.record({
  rating: fc.constantFrom('hard', 'good', 'easy'),
  ifKnown: inside,
  ifUnknown: inside,
  gain: share,
});

describe('updated()', () => {
  test('is plain FSRS where nothing can be guessed and nobody slips', () => {
    fc.assert(
      fc.property(before, days, fc.constantFrom(...ratings), inside, (memory, wait, rating, belief) => {
        const plain = memory ? nextState(memory, wait, rating) : firstState(rating);
        expect(updated(memory, wait, evidenceOfRating[rating], belief).state).toEqual(plain);
      }),
    );
  });

  test('leaves a memory between what success and failure would have left', () => {
    fc.assert(
      fc.property(before, days, doubtful, inside, (memory, wait, evidence, belief) => {
        const after = (rating: Rating): MemoryState =>
          memory ? nextState(memory, wait, rating) : firstState(rating);
        const { stability, difficulty } = updated(memory, wait, evidence, belief).state;
        const [failure, success] = [after('again'), after(evidence.rating)];
        // A success that brings no gain leaves the memory as it was.
        const least = Math.min(failure.stability, success.stability, memory?.stability ?? Infinity);
        const most = Math.max(failure.stability, success.stability, memory?.stability ?? 0);
        expect(stability).toBeGreaterThanOrEqual(least * (1 - 1e-9));
        expect(stability).toBeLessThanOrEqual(most * (1 + 1e-9));
        expect(difficulty).toBeGreaterThanOrEqual(Math.min(failure.difficulty, success.difficulty) - 1e-9);
        expect(difficulty).toBeLessThanOrEqual(Math.max(failure.difficulty, success.difficulty) + 1e-9);
      }),
    );
  });

  test('leaves a firmer memory, the likelier the answer is from somebody who knows', () => {
    fc.assert(
      fc.property(state, days, doubtful, inside, inside, (memory, wait, evidence, belief, factor) => {
        const weaker = { ...evidence, ifKnown: evidence.ifKnown * factor };
        const strong = updated(memory, wait, evidence, belief);
        const weak = updated(memory, wait, weaker, belief);
        expect(weak.knew).toBeLessThanOrEqual(strong.knew);
        // Only where success is worth more than failure; the weakest memories gain from either on the same day.
        fc.pre(nextState(memory, wait, 'again').stability <= memory.stability);
        expect(weak.state.stability).toBeLessThanOrEqual(strong.state.stability * (1 + 1e-9));
      }),
    );
  });
});

describe('mixed()', () => {
  const pair = fc
    .tuple(state, state)
    .map(([a, b]) => (a.stability > b.stability ? ([a, b] as const) : ([b, a] as const)));

  test('falls to 90 % when the two memories together do, to a hundredth', () => {
    fc.assert(
      fc.property(pair, share, ([success, failure], p) => {
        const { stability } = mixed(success, failure, p);
        const together =
          p * retrievability(success.stability, stability) +
          (1 - p) * retrievability(failure.stability, stability);
        // States a thousandfold apart do not come from one answer.
        fc.pre(success.stability < 50 * failure.stability);
        expect(Math.abs(together - 0.9)).toBeLessThan(0.013);
      }),
    );
  });

  test('is either memory when there is no doubt', () => {
    fc.assert(
      fc.property(pair, ([success, failure]) => {
        expect(mixed(success, failure, 1)).toEqual(success);
        expect(mixed(success, failure, 0).stability / failure.stability).toBeCloseTo(1, 9);
      }),
    );
  });

  test('projected() keeps recall on the day it is given', () => {
    fc.assert(
      fc.property(
        pair,
        share,
        fc.double({ min: 0.1, max: 300, noNaN: true }),
        ([success, failure], p, day) => {
          const stability = projected(success.stability, failure.stability, p, day, defaultWeights);
          const together =
            p * retrievability(success.stability, day) + (1 - p) * retrievability(failure.stability, day);
          expect(retrievability(stability, day)).toBeCloseTo(together, 8);
        },
      ),
    );
  });
});

describe('chanceKnown()', () => {
  test.each([
    // memory.md's formulas: right R(1-s) / (R(1-s) + (1-R)g), wrong Rs / (Rs + (1-R)(1-g)).
    ['right among three, half believed', 0.5, 1, 1 / 3, 0.75],
    ['right, true or false, half believed', 0.5, 1, 1 / 2, 2 / 3],
    ['right, what cannot be guessed', 0.01, 1, 0, 1],
    ['wrong, where nobody slips', 0.99, 0, 2 / 3, 0],
    ['wrong with slips of 2 %', 0.9, 0.02, 0.5, 0.018 / (0.018 + 0.05)],
    ['right about what was surely unknown and cannot be guessed', 0, 1, 0, 1],
  ])('%s', (_, belief, ifKnown, ifUnknown, expected) => {
    expect(chanceKnown(belief, { rating: 'good', ifKnown, ifUnknown, gain: 1 })).toBeCloseTo(expected, 12);
  });
});

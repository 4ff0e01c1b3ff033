import { describe, expect, test } from 'vitest';
import { demand, newCensus } from '#core/plan/demand.ts';
import { cellCount, gapPlace, gaps, newSpots, placeSpot, stabilityOfCell, valueAt } from '#core/plan/grid.ts';
import { nextState } from '#core/memory/fsrs.ts';
import { defaultLearner } from '#core/plan/learner.ts';
import { findPrices } from '#core/plan/prices.ts';
import { lapsed, transitionsOf } from '#core/plan/transitions.ts';
import { newValues, passBackward, problemOf } from '#core/plan/values.ts';
import type { PricedPlan } from '#core/plan/values.ts';

const problem = problemOf(transitionsOf(defaultLearner), { daysToExam: 14, laterShare: 0 });
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

describe('valueAt()', () => {
  test('gives back a function that is linear on the axes of the grid', () => {
    const table = Float64Array.from({ length: cellCount }, (_, cell) => Math.log(stabilityOfCell(cell)));
    const spot = newSpots(1);
    for (const stability of [0.1, 0.37, 2.3, 55, 900]) {
      placeSpot(spot, 0, { stability, difficulty: 6.1 });
      expect(valueAt(table, 0, spot, 0)).toBeCloseTo(Math.log(stability), 9);
    }
  });
});

describe('gapPlace()', () => {
  test.each([1, 6, 13, 100, 999])('finds %d days between two gaps', (days) => {
    const { gap, part } = gapPlace(days);
    expect((1 - part) * (gaps[gap] ?? 0) + part * (gaps[gap + 1] ?? 0)).toBeCloseTo(days, 9);
  });
});

describe('lapsed()', () => {
  const state = { stability: 5, difficulty: 6 };

  test('is the lapse of FSRS for a usual learner', () => {
    const { weights } = defaultLearner;
    expect(lapsed(state, 9, weights)).toEqual(nextState(state, 9, 'again', weights));
  });

  test('hardly counts on what was forgotten of a learner whose first stabilities are a tenth of the usual ones', () => {
    const weights = defaultLearner.weights.map((weight, index) => (index < 4 ? weight / 10 : weight));
    const more = (of: typeof lapsed) => of(state, 60, weights).stability / of(state, 1, weights).stability;
    expect(more(lapsed)).toBeLessThan(1.06);
    expect(more((from, days, w) => nextState(from, days, 'again', w))).toBeGreaterThan(1.3);
  });
});

describe('findPrices()', () => {
  const seconds = new Float64Array(14).fill(600);

  test('brings what is asked for near the time there is', () => {
    const census = newCensus(400);
    const found = findPrices(problem, census, seconds);
    const free = { problem, prices: new Float64Array(14), values: newValues(problem) };
    passBackward(free);
    const used = (plan: PricedPlan) => sum(demand(plan, census)) / sum(seconds);
    expect(used(free)).toBeGreaterThan(3);
    expect(used(found)).toBeGreaterThan(0.7);
    expect(used(found)).toBeLessThan(2);
  });

  test('makes time dearer where more is to be learned', () => {
    const price = (fresh: number) => sum(findPrices(problem, newCensus(fresh), seconds).prices);
    expect(price(400)).toBeGreaterThan(price(40));
  });

  test('never lets a plan be worth more than recalling everything', () => {
    const { values } = findPrices(problem, newCensus(100), seconds);
    for (const value of values.best) {
      expect(value).toBeGreaterThan(0);
      expect(value).toBeLessThanOrEqual(1);
    }
  });
});

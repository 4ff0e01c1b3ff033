import { describe, expect, test } from 'vitest';
import { demand, newCensus } from '#core/plan/demand.ts';
import { cellCount, gapPlace, gaps, newSpots, placeSpot, stabilityOfCell, valueAt } from '#core/plan/grid.ts';
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
  test('leaves no more after a long wait than after a short one', () => {
    const { weights } = defaultLearner;
    for (const stability of [0.2, 1, 5, 40]) {
      const left = (days: number) => lapsed({ stability, difficulty: 6 }, days, weights).stability;
      expect(left(60)).toBe(left(1));
      expect(left(1)).toBeLessThan(stability);
    }
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

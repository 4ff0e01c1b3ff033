import { describe, expect, test } from 'vitest';
import { demand, newCensus } from '#core/plan/demand.ts';
import { cellCount, gapPlace, gaps, newSpots, placeSpot, stabilityOfCell, valueAt } from '#core/plan/grid.ts';
import { defaultLearner } from '#core/plan/learner.ts';
import { findPrices } from '#core/plan/prices.ts';
import { transitionsOf } from '#core/plan/transitions.ts';
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

describe('findPrices()', () => {
  const seconds = new Float64Array(14).fill(600);

  test.each([
    [150, 1.2],
    [400, 3],
  ])('brings what %d new cards ask for near the time there is', (fresh, atNoPrice) => {
    const census = newCensus(fresh);
    const found = findPrices(problem, census, seconds);
    const free = { problem, prices: new Float64Array(14), values: newValues(problem) };
    passBackward(free);
    const used = (plan: PricedPlan) => sum(demand(plan, census)) / sum(seconds);
    expect(used(free)).toBeGreaterThan(atNoPrice);
    expect(used(found)).toBeGreaterThan(0.85);
    expect(used(found)).toBeLessThan(1.15);
  });

  test('leaves no part of a long time much dearer to use than another', () => {
    const long = problemOf(transitionsOf(defaultLearner), { daysToExam: 60, laterShare: 0 });
    const census = newCensus(600);
    const used = demand(findPrices(long, census, new Float64Array(60).fill(600)), census);
    for (let from = 0; from < 60; from += 20) {
      const part = sum(used.slice(from, from + 20)) / (20 * 600);
      expect(part).toBeGreaterThan(0.6);
      expect(part).toBeLessThan(1.5);
    }
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

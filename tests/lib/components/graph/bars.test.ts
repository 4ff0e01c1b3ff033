import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { labelStep, layoutBars, roundUp } from '../../../../src/lib/components/graph/bars.ts';

const box = { width: 320, height: 120 };
const counts = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 60 });

describe('layoutBars()', () => {
  test('stays inside the box', () => {
    fc.assert(
      fc.property(counts, (values) => {
        for (const bar of layoutBars(values, box).bars) {
          expect(bar.x).toBeGreaterThanOrEqual(0);
          expect(bar.x + bar.width).toBeLessThanOrEqual(box.width + 1e-9);
          expect(bar.y).toBeGreaterThanOrEqual(-1e-9);
          expect(bar.y + bar.height).toBeCloseTo(box.height);
        }
      }),
    );
  });

  test('keeps the order of the counts, and shows every count above 0', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const { bars } = layoutBars(values, box);
        for (const [index, value] of values.entries()) {
          const height = bars[index]?.height ?? -1;
          expect(height > 0).toBe(value > 0);
          for (const [other, otherValue] of values.entries()) {
            if (value <= otherValue) expect(height).toBeLessThanOrEqual((bars[other]?.height ?? -1) + 1e-9);
          }
        }
      }),
    );
  });

  test('puts ticks at whole counts only', () => {
    fc.assert(
      fc.property(counts, (values) => {
        expect(layoutBars(values, box).ticks.every(({ count }) => Number.isInteger(count) && count > 0)).toBe(
          true,
        );
      }),
    );
  });

  test('lays out nothing for no counts', () => {
    expect(layoutBars([], box).bars).toEqual([]);
  });
});

test.each([
  [0, 2],
  [1, 2],
  [3, 4],
  [5, 10],
  [10, 10],
  [11, 20],
  [41, 100],
  [999, 1000],
])('roundUp() of %i is %i', (count, top) => {
  expect(roundUp(count)).toBe(top);
});

test.each([
  [30, 24, 1],
  [12, 24, 2],
  [10, 24, 3],
])('labelStep() for a pitch of %i and labels of %i is %i', (pitch, width, step) => {
  expect(labelStep(pitch, width)).toBe(step);
});

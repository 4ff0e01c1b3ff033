import { describe, expect, test } from 'vitest';
import { nextState, retrievability } from '#core/memory/fsrs.ts';
import { lapsed, plannedRecall } from '#core/plan/forgetting.ts';
import { defaultLearner } from '#core/plan/learner.ts';

const { weights } = defaultLearner;
/** Of somebody whose first stabilities are a tenth of the usual ones. */
const fast = weights.map((weight, index) => (index < 4 ? weight / 10 : weight));

describe('plannedRecall()', () => {
  test('is the recall of FSRS for a usual learner, and for one who forgets slowly', () => {
    const slow = weights.map((weight, index) => (index < 4 ? weight * 3 : weight));
    for (const days of [1, 9, 200]) {
      expect(plannedRecall(4, days, weights)).toBe(retrievability(4, days, weights));
      expect(plannedRecall(4, days, slow)).toBe(retrievability(4, days, slow));
    }
  });

  test('of who forgets fast is about exponential: the same at the stability, and next to nothing after long', () => {
    expect(plannedRecall(2, 2, fast)).toBeCloseTo(0.9, 9);
    expect(retrievability(2, 60, fast)).toBeGreaterThan(0.5);
    expect(plannedRecall(2, 60, fast)).toBeLessThan(0.12);
  });
});

describe('lapsed()', () => {
  const state = { stability: 5, difficulty: 6 };
  const after = (days: number, of: readonly number[]) =>
    lapsed(state, days, of, retrievability(state.stability, days, of)).stability;

  test('is the lapse of FSRS for a usual learner', () => {
    expect(after(9, weights)).toBe(nextState(state, 9, 'again', weights).stability);
    expect(lapsed(state, 9, weights, 0.6).difficulty).toBe(nextState(state, 9, 'again', weights).difficulty);
  });

  test('hardly counts on what was forgotten of a learner whose first stabilities are a tenth of the usual ones', () => {
    expect(after(60, fast) / after(1, fast)).toBeLessThan(1.06);
    const ofFsrs = (days: number) => nextState(state, days, 'again', fast).stability;
    expect(ofFsrs(60) / ofFsrs(1)).toBeGreaterThan(1.3);
  });
});

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

  test('is the lapse of FSRS for a usual learner', () => {
    expect(lapsed(state, 9, weights)).toEqual(nextState(state, 9, 'again', weights));
  });

  test('hardly counts on what was forgotten of a learner whose first stabilities are a tenth of the usual ones', () => {
    const more = (of: typeof lapsed) => of(state, 60, fast).stability / of(state, 1, fast).stability;
    expect(more(lapsed)).toBeLessThan(1.12);
    expect(more((from, days, w) => nextState(from, days, 'again', w))).toBeGreaterThan(1.3);
  });
});

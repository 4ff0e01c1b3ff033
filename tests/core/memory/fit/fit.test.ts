import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '#core/item/random.ts';
import { addDays } from '#core/memory/day.ts';
import type { Day } from '#core/memory/day.ts';
import { defaultWeights, firstState, retrievability } from '#core/memory/fsrs.ts';
import { withFirstStabilities } from '#core/memory/fit/first-stability.ts';
import { fitted } from '#core/memory/fit/fit.ts';
import { answeredOf, historiesOf } from '#core/memory/fit/histories.ts';
import type { Histories } from '#core/memory/fit/histories.ts';
import { isSurelyBetter, measured } from '#core/memory/fit/measure.ts';
import { trained } from '#core/memory/fit/train.ts';
import { partOf, votedWeights, votesOf } from '#core/memory/fit/vote.ts';
import { areWeights } from '#core/memory/weights.ts';
import { fastTruth } from '#core/simulation/truths/fast.ts';
import { simulatedPractices, simulatedWeights } from './simulated.ts';
import { someAnswers } from './some-histories.ts';

const even = ({ place }: Histories): Float64Array => Float64Array.from(place, (at) => (at < 0 ? 0 : 1));
const simulated = (seed: number, count: number) =>
  historiesOf(simulatedPractices(simulatedWeights(seed), count, seed).map(answeredOf));
const empty = historiesOf([]);
const someDay = 20_000 as Day;

describe('historiesOf()', () => {
  test('keeps every answer, card by card, with its days and its place in time', () => {
    fc.assert(
      fc.property(someAnswers('any'), (answers) => {
        const { cards, starts, elapsed, place, predictions, knew } = historiesOf(answers);
        const ids = [...new Set(answers.map(({ card }) => card))];
        expect(cards).toBe(ids.length);
        const places: number[] = [];
        ids.forEach((id, card) => {
          const own = answers.filter((answer) => answer.card === id);
          const from = starts[card] ?? -1;
          expect((starts[card + 1] ?? 0) - from).toBe(own.length);
          own.forEach((answer, index) => {
            const wait = answer.day - (own[index - 1]?.day ?? answer.day);
            expect(elapsed[from + index]).toBe(wait);
            expect(knew[from + index]).toBe(answer.knew);
            expect((place[from + index] ?? -1) >= 0).toBe(wait > 0);
            if (wait > 0) places.push(place[from + index] ?? -1);
          });
        });
        expect(places.toSorted((a, b) => a - b)).toEqual(Array.from({ length: predictions }, (_, at) => at));
      }),
    );
  });
});

describe('measured()', () => {
  test('counts pairs for the area under the curve', () => {
    const histories = simulated(1, 400);
    const { auc, predictions } = measured(histories, defaultWeights);
    expect(predictions).toBe(histories.predictions);
    expect(auc).toBeCloseTo(aucByPairs(histories), 12);
  });

  test('of a span and of the rest make the whole', () => {
    const histories = simulated(1, 400);
    const whole = measured(histories, defaultWeights);
    const [start, rest] = [
      measured(histories, defaultWeights, { from: 0, to: 100 }),
      measured(histories, defaultWeights, { from: 100, to: histories.predictions }),
    ];
    expect(start.logLoss * 100 + rest.logLoss * rest.predictions).toBeCloseTo(
      whole.logLoss * whole.predictions,
      8,
    );
  });
});

describe('isSurelyBetter()', () => {
  const withLosses = (losses: readonly number[]) => ({
    measure: { logLoss: 0, auc: 0.5, predictions: losses.length },
    losses,
  });
  const usual = withLosses([0.3, 0.1, 0.9, 0.2]);

  test.each([
    ['the same', [0.3, 0.1, 0.9, 0.2], false],
    ['a little better each time', [0.29, 0.08, 0.88, 0.19], true],
    ['better on the whole, by one lucky answer', [0.35, 0.15, 0.6, 0.25], false],
    ['worse', [0.4, 0.2, 1, 0.3], false],
  ])('judges %s', (_, losses, better) => {
    expect(isSurelyBetter(withLosses(losses), usual)).toBe(better);
  });
});

/** Each answer predicted alone, and all pairs of right and wrong ones compared. */
function aucByPairs(histories: Histories): number {
  const right: number[] = [];
  const wrong: number[] = [];
  histories.place.forEach((at, row) => {
    if (at < 0) return;
    // The loss of one answer tells its recall.
    const { logLoss } = measured(histories, defaultWeights, { from: at, to: at + 1 });
    if (histories.knew[row] === 1) right.push(Math.exp(-logLoss));
    else wrong.push(1 - Math.exp(-logLoss));
  });
  let score = 0;
  for (const a of right) for (const b of wrong) score += Math.abs(a - b) < 1e-12 ? 0.5 : a > b ? 1 : 0;
  return score / (right.length * wrong.length);
}

describe('trained()', () => {
  test('predicts better than its start, within the ranges of the weights', () => {
    for (const seed of [1, 2, 3]) {
      const histories = simulated(seed, 1500);
      const weights = trained(histories, even(histories), defaultWeights);
      expect(measured(histories, weights).logLoss).toBeLessThan(measured(histories, defaultWeights).logLoss);
      expect(areWeights(weights)).toBe(true);
    }
  });

  test('moves nothing that no prediction weighs', () => {
    const histories = simulated(1, 300);
    expect(trained(histories, new Float64Array(histories.place.length), defaultWeights)).toEqual(
      defaultWeights,
    );
  });
});

describe('withFirstStabilities()', () => {
  test('never lets a better first grade mean a weaker memory, and leaves the other weights', () => {
    for (const seed of [1, 2, 3, 4]) {
      const histories = simulated(seed, 300);
      const weights = withFirstStabilities(histories, even(histories), defaultWeights);
      const first = weights.slice(0, 4);
      expect(first).toEqual(first.toSorted((a, b) => a - b));
      expect(weights.slice(4)).toEqual(defaultWeights.slice(4));
    }
  });

  test('is the start where there is nothing to learn from', () => {
    const weights = withFirstStabilities(empty, even(empty), defaultWeights);
    weights.forEach((weight, index) => expect(weight).toBeCloseTo(defaultWeights[index] ?? 0, 12));
  });
});

describe('votedWeights()', () => {
  test('is near the default without answers', () => {
    // Kinds that forget faster than the default are among those that vote, hardly any slower ones.
    votedWeights(votesOf(empty, 5)).forEach((weight, index) => {
      const apart = Math.abs(Math.log((weight + 1e-9) / ((defaultWeights[index] ?? 0) + 1e-9)));
      expect(apart).toBeLessThan(0.55);
    });
  });
});

describe('votesOf()', () => {
  test('adds up over the parts of the time to what all answers say', () => {
    const histories = simulated(2, 400);
    const [whole, parts] = [votesOf(histories, 1), votesOf(histories, 5)];
    whole.logs.forEach((log, kind) => {
      const sum = parts.logs.subarray(kind * 5, kind * 5 + 5).reduce((total, part) => total + part, 0);
      expect(sum).toBeCloseTo(log, 8);
    });
    votedWeights(parts).forEach((weight, index) =>
      expect(weight).toBeCloseTo(votedWeights(whole)[index] ?? 0, 8),
    );
  });

  test('looks at nothing after the parts that count', () => {
    const [early, whole] = [simulated(2, 200), simulated(2, 400)];
    const part = partOf(early.predictions, whole.predictions, whole.predictions);
    votedWeights(votesOf(whole, whole.predictions), part).forEach((weight, index) =>
      expect(weight).toBeCloseTo(votedWeights(votesOf(early, 1))[index] ?? 0, 8),
    );
  });

  test('notices within some fifty answers who forgets within days', () => {
    const truth = fastTruth(40);
    const random = seededRandom('fast');
    const practices = Array.from({ length: 80 }, (_, at) => {
      const [card, day] = [at % 40, Math.floor(at / 40)];
      const rating = random() < truth.recall(card, day) ? 'good' : 'again';
      truth.practise(card, day, rating);
      return { card, day: addDays(someDay, day), rating } as const;
    });
    const histories = historiesOf(practices.map(answeredOf));
    const weights = votedWeights(votesOf(histories, 5));
    const recallAfter = (w: typeof weights) => retrievability(firstState('good', w).stability, 4, w);
    expect(recallAfter(weights)).toBeLessThan(recallAfter(defaultWeights) - 0.15);
  });
});

describe('fitted()', () => {
  test.each([
    [0, 'default'],
    [10, 'default'],
    [80, 'voted'],
    [3000, 'trained'],
  ] as const)('of %d reviews: %s', (count, kind) => {
    expect(fitted(count === 0 ? empty : simulated(3, count)).kind).toBe(kind);
  });

  test('is adopted only with a proof', () => {
    for (const seed of [1, 2, 3]) {
      const { kind, proof, weights } = fitted(simulated(seed, 700));
      expect(areWeights(weights)).toBe(true);
      const won = (proof?.found.logLoss ?? 0) < (proof?.standard.logLoss ?? 0);
      if (kind !== 'default') expect(won).toBe(true);
    }
  });

  test('says the same of the same answers', () => {
    expect(fitted(simulated(2, 700))).toEqual(fitted(simulated(2, 700)));
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultWeights, firstState, nextState, retrievability } from '#core/memory/fsrs.ts';
import type { MemoryState, Weights } from '#core/memory/fsrs.ts';
import { constantsOf, weightNames } from '#core/memory/fit/constants.ts';
import { historiesOf } from '#core/memory/fit/histories.ts';
import type { Answered, Histories } from '#core/memory/fit/histories.ts';
import { addCardSlopes, forward, noSlopes, passOver } from '#core/memory/fit/slope.ts';
import { mixed } from '#core/memory/mixture.ts';
import { someAnswers, someWeights } from './some-histories.ts';

const weightsOf = ({ place }: Histories): Float64Array =>
  Float64Array.from(place, (at) => (at < 0 ? 0 : 0.3 + 0.1 * (at % 5)));

function lossAt(histories: Histories, w: Weights): number {
  const pass = passOver(histories);
  const [k, weights, slopes] = [constantsOf(w), weightsOf(histories), noSlopes()];
  let loss = 0;
  for (let card = 0; card < histories.cards; card += 1) loss += addCardSlopes(pass, k, card, weights, slopes);
  return loss;
}

function slopesAt(histories: Histories, w: Weights): readonly number[] {
  const pass = passOver(histories);
  const [k, weights, slopes] = [constantsOf(w), weightsOf(histories), noSlopes()];
  for (let card = 0; card < histories.cards; card += 1) addCardSlopes(pass, k, card, weights, slopes);
  return weightNames.map((name) => slopes[name]);
}

const moved = (w: Weights, index: number, by: number): Weights =>
  w.map((weight, at) => (at === index ? weight + by : weight));

describe('forward()', () => {
  test('goes through a card as fsrs.ts and mixture.ts do', () => {
    fc.assert(
      fc.property(someAnswers('any'), someWeights(defaultWeights), (answers, w) => {
        const own = answers.filter(({ card }) => card === answers[0]?.card);
        const histories = historiesOf(own);
        const pass = passOver(histories);
        forward(pass, constantsOf(w), 0, own.length);
        let state: MemoryState | undefined;
        own.forEach((answer, row) => {
          const wait = histories.elapsed[row] ?? 0;
          if (state) {
            expect((pass.stability[row] ?? 0) / state.stability).toBeCloseTo(1, 8);
            expect(pass.difficulty[row]).toBeCloseTo(state.difficulty, 8);
            if (wait > 0) expect(pass.recall[row]).toBeCloseTo(retrievability(state.stability, wait, w), 8);
          }
          state = stateAfter(state, wait, answer, w);
        });
      }),
    );
  });
});

/** What mixture.ts makes of an answer whose chance of having been known is given. */
function stateAfter(
  before: MemoryState | undefined,
  wait: number,
  { evidence, knew }: Answered,
  w: Weights,
): MemoryState {
  const after = (rating: 'again' | 'hard' | 'good' | 'easy') =>
    before ? nextState(before, wait, rating, w) : firstState(rating, w);
  const [failure, success] = [after('again'), after(evidence.rating)];
  if (knew === 0) return failure;
  const base = before ?? failure;
  const stability = base.stability * (success.stability / base.stability) ** evidence.gain;
  return mixed({ ...success, stability }, failure, knew, w);
}

describe('addCardSlopes()', () => {
  test.each(['rated', 'doubtful', 'any'] as const)('finds the slopes that differences show: %s', (kind) => {
    fc.assert(
      fc.property(someAnswers(kind), someWeights(defaultWeights), (answers, w) => {
        const histories = historiesOf(answers);
        const slopes = slopesAt(histories, w);
        const wrong = slopes.flatMap((slope, index) => {
          const width = 1e-6 * Math.max(0.1, Math.abs(w[index] ?? 0));
          const [before = 0, at = 0, after = 0] = [-width, 0, width].map((by) =>
            lossAt(histories, moved(w, index, by)),
          );
          const [left, right] = [(at - before) / width, (after - at) / width];
          const scale = 1e-3 * Math.max(1, Math.abs(slope));
          // Where two formulas meet, the slope is that of one side.
          const isBend = Math.abs(left - right) > scale;
          return isBend || Math.abs((left + right) / 2 - slope) < scale ? [] : [weightNames[index]];
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('reaches every weight', () => {
    const answers = fc.sample(someAnswers('any'), { numRuns: 40, seed: 7 }).flat();
    const spread = answers.map((answer, index) => ({ ...answer, card: index % 30 }));
    const histories = historiesOf(spread.toSorted((a, b) => a.day - b.day));
    const slopes = slopesAt(histories, defaultWeights);
    expect(weightNames.filter((_, index) => slopes[index] === 0)).toEqual([]);
  });
});

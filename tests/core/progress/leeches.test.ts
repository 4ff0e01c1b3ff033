import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardId } from '#core/fact/fact.ts';
import { seededRandom } from '#core/item/random.ts';
import type { Day } from '#core/memory/day.ts';
import { calibration, retentionByWait } from '#core/progress/calibration.ts';
import { atLeast, leechesOf } from '#core/progress/leeches.ts';
import type { Prediction } from '#core/progress/prediction.ts';

const predicted = (card: string, expected: number, right: boolean, waited = 3): Prediction => ({
  card: card as CardId,
  day: 1 as Day,
  expected,
  right,
  waited,
});

/** Answers of a learner for whom the predictions are true. */
function honest(cards: number, answers: number, seed: number): readonly Prediction[] {
  const random = seededRandom(`honest|${seed}`);
  return Array.from({ length: cards * answers }, (_, index) => {
    const expected = 0.7 + 0.3 * random();
    return predicted(`card-${index % cards}`, expected, random() < expected);
  });
}

describe('atLeast()', () => {
  test('is the binomial tail for equal chances', () => {
    expect(atLeast(2, [0.5, 0.5, 0.5])).toBeCloseTo(0.5, 12);
    expect(atLeast(3, [0.1, 0.1, 0.1, 0.1])).toBeCloseTo(4 * 0.001 * 0.9 + 0.0001, 12);
  });

  test('is 1 for none, 0 for more than all, and falls with the count', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (chances) => {
        const tails = Array.from({ length: chances.length + 2 }, (_, count) => atLeast(count, chances));
        expect(tails[0]).toBeCloseTo(1, 9);
        expect(tails.at(-1)).toBe(0);
        expect(tails.every((tail, index) => index === 0 || tail <= (tails[index - 1] ?? 0) + 1e-12)).toBe(
          true,
        );
      }),
    );
  });
});

describe('leechesOf()', () => {
  const missed = Array.from({ length: 4 }, () => predicted('hard', 0.9, false));

  test('finds a card that is missed against the odds', () => {
    expect(leechesOf([...honest(20, 6, 1), ...missed])[0]).toMatchObject({ card: 'hard', misses: 4, of: 4 });
  });

  test('does not blame a card for misses that were expected', () => {
    expect(leechesOf(Array.from({ length: 4 }, () => predicted('new', 0.4, false)))).toEqual([]);
  });

  test('lets a card go that has recovered', () => {
    const recovered = Array.from({ length: 12 }, () => predicted('hard', 0.9, true));
    expect(leechesOf([...missed, ...recovered])).toEqual([]);
  });

  test('calls at most about one honest card in a hundred a leech', () => {
    expect(leechesOf(honest(2000, 10, 2)).length).toBeLessThan(30);
  });
});

describe('calibration()', () => {
  test('says nothing without answers', () => {
    expect(calibration([])).toBeUndefined();
  });

  test('finds honest predictions true, in every bin', () => {
    const whole = calibration(honest(200, 20, 3));
    expect(whole?.bins.reduce((sum, { count }) => sum + count, 0)).toBe(4000);
    for (const bin of whole?.bins ?? []) expect(Math.abs(bin.expected - bin.observed)).toBeLessThan(0.05);
  });

  test('holds the truth within its margin about 19 times in 20', () => {
    const held = Array.from({ length: 200 }, (_, seed) => calibration(honest(20, 10, seed))).filter(
      (whole) => whole && Math.abs(whole.expected - whole.observed) <= whole.margin,
    );
    expect(held.length).toBeGreaterThan(180);
  });

  test('has a margin that shrinks with the answers and is never a false zero', () => {
    const margins = [1, 10, 100].map(
      (count) => calibration(Array.from({ length: count }, () => predicted('a', 0.9, true)))?.margin ?? 0,
    );
    expect(margins[0]).toBeGreaterThan(margins[1] ?? 0);
    expect(margins[1]).toBeGreaterThan(margins[2] ?? 0);
    expect(margins[2]).toBeGreaterThan(0);
  });
});

test('retentionByWait() sorts answers by how long the card had waited', () => {
  const answers = [0, 1, 2, 5, 30].map((waited) => predicted('a', 0.9, waited < 30, waited));
  expect(retentionByWait(answers).map(({ from, count, observed }) => [from, count, observed])).toEqual([
    [1, 2, 1],
    [3, 1, 1],
    [21, 1, 0],
  ]);
});

import { describe, expect, test } from 'vitest';
import type { CardId } from '#core/fact/fact.ts';
import { predictionsOf } from '#core/progress/prediction.ts';
import { activeReviews } from '#core/review/log.ts';
import type { ReviewPayload } from '#core/review/event.ts';
import { logOf, review } from '../review/some-events.ts';

const dayMs = 86_400_000;
const noon = Date.UTC(2026, 10, 1, 12);

/** Answers to one card on the days given. */
const predictions = (answers: readonly (readonly [day: number, change: Partial<ReviewPayload>])[]) =>
  predictionsOf(
    activeReviews(
      logOf(
        'phone',
        answers.map(([, change]) => review({ card: 'a/object' as CardId, ...change })),
        answers.map(([day]) => noon + day * dayMs),
      ),
    ),
  );

const typed = (marks: number): Partial<ReviewPayload> => ({
  response: { type: 'text', text: 'x' },
  guess: 0,
  marks,
});
const choice = (marks: number, guess: number): Partial<ReviewPayload> => ({
  response: { type: 'choice', option: 'a' },
  guess,
  marks,
});

describe('predictionsOf()', () => {
  test('does not take a smaller item for a test of the whole', () => {
    expect(
      predictions([
        [0, typed(1)],
        [3, { ...choice(0, 1 / 2), easier: true }],
      ]),
    ).toEqual([]);
  });

  test('expects the same of an answer whatever was said or asked for with it', () => {
    const plain = predictions([
      [0, typed(1)],
      [3, choice(1, 1 / 3)],
    ]);
    for (const certainty of [1, 3] as const) {
      expect(
        predictions([
          [0, typed(1)],
          [3, { ...choice(1, 1 / 3), certainty }],
        ]),
      ).toEqual(plain);
    }
    const [hinted] = predictions([
      [0, typed(1)],
      [3, { ...choice(1, 1 / 3), hints: 1 }],
    ]);
    expect(hinted).toEqual({ ...plain[0], right: false });
  });

  test('predicts nothing of a first meeting', () => {
    expect(predictions([[0, typed(1)]])).toEqual([]);
  });

  test('expects less the longer a card has waited', () => {
    const waits = [1, 5, 30].map(
      (wait) =>
        predictions([
          [0, typed(1)],
          [wait, typed(1)],
        ])[0],
    );
    expect(waits.map((one) => one?.waited)).toEqual([1, 5, 30]);
    const expected = waits.map((one) => one?.expected ?? 0);
    expect(expected.toSorted((a, b) => b - a)).toEqual(expected);
  });

  test('expects the same whether the answer then is right or wrong', () => {
    const [right, wrong] = [1, 0].map(
      (marks) =>
        predictions([
          [0, typed(1)],
          [4, typed(marks)],
        ])[0],
    );
    expect(right?.right).toBe(true);
    expect(wrong?.right).toBe(false);
    expect(wrong?.expected).toBeCloseTo(right?.expected ?? 0, 9);
  });

  test('expects more right answers where guessing helps', () => {
    const [hard, easy] = [0.25, 0.5].map(
      (guess) =>
        predictions([
          [0, typed(1)],
          [60, choice(1, guess)],
        ])[0]?.expected ?? 0,
    );
    expect(easy).toBeGreaterThan(hard ?? 1);
  });
});

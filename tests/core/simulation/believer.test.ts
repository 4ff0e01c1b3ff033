import { expect, test } from 'vitest';
import { believer } from '#core/simulation/believer.ts';
import type { Seen } from '#core/simulation/policy.ts';

/** Forty cards met on the first day and asked again on the days named, always with this answer. */
function heard(days: readonly number[], rating: Seen['rating'], adapts = true) {
  const mind = believer('mixture', adapts);
  for (const day of [0, ...days])
    for (let card = 0; card < 40; card += 1)
      mind.hear(card, day, { rating: day === 0 ? 'good' : rating, guess: 0 });
  return mind;
}

test('weights are fitted on the next day of study where the day for it is missed', () => {
  const mind = heard([1, 3, 6], 'again');
  mind.startDay(8);
  const before = mind.weights;
  for (let card = 0; card < 40; card += 1) mind.hear(card, 9, { rating: 'good', guess: 0 });
  mind.startDay(10);
  expect(mind.weights).toBe(before);
  mind.startDay(13);
  expect(mind.weights).not.toEqual(before);
});

test('a mind that does not adapt keeps its weights', () => {
  const mind = heard([1, 2, 3], 'again', false);
  const before = mind.weights;
  mind.startDay(4);
  expect(mind.weights).toBe(before);
});

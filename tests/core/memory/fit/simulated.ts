import { seededRandom } from '#core/item/random.ts';
import type { Random } from '#core/item/random.ts';
import type { Day } from '#core/memory/day.ts';
import { defaultWeights, firstState, nextState, retrievability } from '#core/memory/fsrs.ts';
import type { MemoryState, Rating, Weights } from '#core/memory/fsrs.ts';
import type { Practice } from '#core/memory/replay.ts';
import { clippedWeights, weightRanges } from '#core/memory/weights.ts';

/** A learner whose weights differ from the default ones about as learners do. */
export function simulatedWeights(seed: number): Weights {
  const random = seededRandom(`learner ${seed}`);
  return clippedWeights(
    defaultWeights.map((weight, index) =>
      index < 4
        ? weight * Math.exp(0.6 * normal(random))
        : weight + 0.5 * (weightRanges[index]?.spread ?? 0) * normal(random),
    ),
  );
}

interface Studied {
  readonly truth: MemoryState;
  readonly believed: MemoryState;
  readonly last: number;
  readonly due: number;
}

/**
 * What a learner with these weights answers, `count` times, who takes 12 new cards a day and reviews what is due
 * by the default weights, more or less on the day.
 */
export function simulatedPractices(truth: Weights, count: number, seed = 1): readonly Practice<number>[] {
  const random = seededRandom(`study ${seed}`);
  const cards: Studied[] = [];
  const practices: Practice<number>[] = [];
  for (let day = 0; practices.length < count; day += 1) {
    const answer = (card: number, wait: number, before: Studied | undefined): void => {
      const rating = ratingOf(before, wait, truth, random);
      practices.push({ card, day: (20_000 + day) as Day, rating });
      cards[card] = studied(before, day, rating, { truth, random });
      if (rating === 'again' && wait !== 0 && random() < 0.6) answer(card, 0, cards[card]);
    };
    cards.forEach((card, index) => {
      if (card.due <= day) answer(index, day - card.last, card);
    });
    for (let fresh = 0; fresh < 12; fresh += 1) answer(cards.length, -1, undefined);
  }
  return practices.slice(0, count);
}

function ratingOf(before: Studied | undefined, wait: number, truth: Weights, random: Random): Rating {
  const recall = before ? (wait === 0 ? 0.8 : retrievability(before.truth.stability, wait, truth)) : 0.75;
  if (random() > recall) return 'again';
  const ease = random();
  return ease < 0.15 ? 'hard' : ease < 0.85 ? 'good' : 'easy';
}

function studied(
  before: Studied | undefined,
  day: number,
  rating: Rating,
  { truth, random }: { readonly truth: Weights; readonly random: Random },
): Studied {
  const wait = before ? day - before.last : 0;
  const believed = before ? nextState(before.believed, wait, rating) : firstState(rating);
  return {
    truth: before ? nextState(before.truth, wait, rating, truth) : firstState(rating, truth),
    believed,
    last: day,
    due: day + Math.max(1, Math.round(believed.stability * (0.7 + 0.8 * random()))),
  };
}

/** Box and Muller. */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

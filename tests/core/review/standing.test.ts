import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardId } from '#core/fact/fact.ts';
import type { Day } from '#core/memory/day.ts';
import { practised, recall } from '#core/memory/replay.ts';
import type { Memory } from '#core/memory/replay.ts';
import type { ReviewPayload } from '#core/review/event.ts';
import { shareKnown } from '#core/review/known-before.ts';
import { replayLog } from '#core/review/replay-log.ts';
import { nothingKnown, standingAfter } from '#core/review/standing.ts';
import { payload } from './some-events.ts';

const card = (id: string): CardId => id as CardId;
const at = (day: number, changes: Partial<ReviewPayload> = {}) => ({
  dayKey: (20_000 + day) as Day,
  payload: { ...payload, ...changes },
});
const rated = (day: number, rating: 'again' | 'hard' | 'good' | 'easy', id = 'a/date') =>
  at(day, {
    card: card(id),
    response: { type: 'reveal', rating },
    guess: 0,
    marks: rating === 'again' ? 0 : 1,
  });
const chosen = (day: number, marks: number, id = 'a/date') => at(day, { card: card(id), marks });
const memory = (reviews: ReturnType<typeof at>[], id = 'a/date'): Memory => {
  const found = replayLog(reviews).get(card(id));
  if (!found) throw new RangeError(`Expect a memory of ${id}`);
  return found;
};

const someReview = fc
  .record({
    day: fc.integer({ min: 0, max: 200 }),
    id: fc.constantFrom('a/date', 'a/object', 'a/place', 'b/object'),
    kind: fc.constantFrom('choice', 'reveal', 'text'),
    marks: fc.constantFrom(0, 0.5, 1),
    tookMs: fc.integer({ min: 0, max: 300_000 }),
  })
  .map(({ day, id, kind, marks, tookMs }) => {
    const response: ReviewPayload['response'] =
      kind === 'choice'
        ? { type: 'choice', option: 'a' }
        : kind === 'text'
          ? { type: 'text', text: 'x' }
          : { type: 'reveal', rating: marks === 1 ? 'good' : 'again' };
    return at(day, { card: card(id), response, marks, tookMs, guess: kind === 'choice' ? 1 / 3 : 0 });
  });
const someReviews = fc.array(someReview, { maxLength: 60 });

const days = fc.integer({ min: 1, max: 300 });
const success = fc.constantFrom('hard', 'good', 'easy');
/** A card with some history, the days of which are apart by these. */
const learned = (waits: readonly number[]) => {
  let day = 0;
  return [rated(0, 'good'), ...waits.map((wait) => rated((day += wait), 'good'))];
};
const lastDay = (reviews: readonly { dayKey: Day }[]) => (reviews.at(-1)?.dayKey ?? 20_000) - 20_000;

describe('reviewing ahead, as cram does', () => {
  test('a right answer long before its time makes the card due no sooner, and recall no worse on any later day', () => {
    fc.assert(
      fc.property(
        fc.array(days, { maxLength: 4 }),
        fc.nat(40),
        success,
        days,
        (waits, early, rating, later) => {
          const before = learned(waits);
          const day = lastDay(before) + early;
          const [without, crammed] = [
            memory(before),
            memory([...before, rated(day, rating), rated(day, rating)]),
          ];
          expect(crammed.stability).toBeGreaterThanOrEqual(without.stability);
          expect(crammed.due).toBeGreaterThanOrEqual(without.due);
          const then = (20_000 + day + later) as Day;
          expect(recall(crammed, then)).toBeGreaterThanOrEqual(recall(without, then));
        },
      ),
    );
  });

  test('a right answer minutes after another strengthens less than one on the day the card is due', () => {
    fc.assert(
      fc.property(fc.array(days, { maxLength: 4 }), success, (waits, rating) => {
        const before = learned(waits);
        const { due, last } = memory(before);
        const left = (day: number) => memory([...before, rated(day - 20_000, rating)]).stability;
        expect(left(last)).toBeLessThan(left(due));
      }),
    );
  });

  test('the sooner after the last answer, the less a right one strengthens', () => {
    const before = learned([3, 8]);
    const left = [0, 1, 3, 7, 14].map(
      (early) => memory([...before, rated(lastDay(before) + early, 'good')]).stability,
    );
    expect(left).toEqual(left.toSorted((a, b) => a - b));
    expect(left[1]).toBeLessThan((left[4] ?? 0) / 1.5);
  });

  test('a wrong answer counts, whenever it is given', () => {
    fc.assert(
      fc.property(fc.array(days, { maxLength: 4 }), fc.nat(40), (waits, early) => {
        const before = learned(waits);
        const failed = memory([...before, rated(lastDay(before) + early, 'again')]);
        expect(failed.stability).toBeLessThan(memory(before).stability);
        expect(failed.lapses).toBe(1);
      }),
    );
  });

  test('a choice that may be a guess strengthens less than recall does, and never makes an early card due sooner', () => {
    const before = learned([3, 8]);
    for (const early of [0, 1, 4, 9]) {
      const day = lastDay(before) + early;
      const picked = memory([...before, chosen(day, 1)]);
      expect(picked.stability).toBeLessThanOrEqual(memory([...before, rated(day, 'good')]).stability);
      expect(picked.due).toBeGreaterThanOrEqual(memory(before).due);
    }
  });
});

describe('standingAfter()', () => {
  test('a part and then the rest is the whole', () => {
    fc.assert(
      fc.property(someReviews, fc.nat(60), (reviews, cut) => {
        const part = standingAfter(reviews.slice(0, cut));
        const frozen = structuredClone(part);
        expect(standingAfter(reviews.slice(cut), undefined, part)).toEqual(standingAfter(reviews));
        expect(part).toEqual(frozen);
      }),
    );
  });

  test('holds sound memories for any log, whatever the clock did', () => {
    fc.assert(
      fc.property(someReviews, (reviews) => {
        for (const { stability, difficulty, last, due, reviews: count } of replayLog(reviews).values()) {
          expect(stability).toBeGreaterThanOrEqual(0.001);
          expect(stability).toBeLessThanOrEqual(36_500);
          expect(difficulty).toBeGreaterThanOrEqual(1);
          expect(difficulty).toBeLessThanOrEqual(10);
          expect(due).toBeGreaterThan(last);
          expect(count).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('of a card on its own that is only rated is a replay with FSRS', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(30), fc.constantFrom('again', 'hard', 'good', 'easy')), { minLength: 1 }),
        (steps) => {
          let day = 0;
          const reviews = steps.map(([wait, rating]) => rated((day += wait), rating));
          const plain = reviews.reduce<Memory | undefined>(
            (before, { dayKey }, index) =>
              practised(before, { day: dayKey, rating: steps[index]?.[1] ?? 'good' }),
            undefined,
          );
          expect(memory(reviews)).toEqual(plain);
        },
      ),
    );
  });
});

describe('a quiz and a card', () => {
  test('feed one memory', () => {
    const both = memory([rated(0, 'good'), chosen(3, 1)]);
    expect(both.reviews).toBe(2);
    expect(both.stability).toBeGreaterThan(memory([rated(0, 'good')]).stability);
  });

  test('a right choice strengthens less than recall, and a wrong one weakens', () => {
    const start = [rated(0, 'good'), rated(3, 'good')];
    const after = (review: ReturnType<typeof at>) => memory([...start, review]).stability;
    expect(after(chosen(12, 1))).toBeGreaterThan(memory(start).stability);
    expect(after(chosen(12, 1))).toBeLessThan(after(rated(12, 'good')));
    expect(after(chosen(12, 0))).toBeLessThan(memory(start).stability);
  });
});

describe('what was known before', () => {
  /** Choices among three by a class that gets a share of them right, each card once. */
  const pretest = (right: number) =>
    Array.from({ length: 90 }, (_, index) =>
      chosen(0, Math.floor((index + 1) * right) > Math.floor(index * right) ? 1 : 0, `f${index}/date`),
    );

  test.each([
    ['a class that only guesses', 1 / 3, 0, 0.15],
    ['a class that knows six in ten', 0.6 + 0.4 / 3, 0.52, 0.65],
    ['a class that knows all', 1, 0.9, 1],
  ])('is told from luck: %s', (_, right, least, most) => {
    const share = shareKnown(standingAfter(pretest(right)).knownBefore);
    expect(share).toBeGreaterThanOrEqual(least);
    expect(share).toBeLessThanOrEqual(most);
  });

  test('is three in ten until answers tell', () => {
    expect(shareKnown(nothingKnown.knownBefore)).toBeCloseTo(0.3, 1);
  });

  test('a first right choice counts for more among those who know much', () => {
    const last = chosen(1, 1);
    const [little, much] = [1 / 3, 0.95].map((right) => memory([...pretest(right), last]).stability);
    expect(much).toBeGreaterThan(little ?? Infinity);
  });

  test('is not asked of cards that learners rate themselves', () => {
    expect(standingAfter([rated(0, 'good'), rated(0, 'easy', 'b/date')]).knownBefore).toEqual(
      nothingKnown.knownBefore,
    );
  });
});

describe('facets of one fact', () => {
  const base = [rated(0, 'good'), rated(0, 'good', 'a/object'), rated(0, 'good', 'b/object')];
  const day = 20_005 as Day;
  const recallAfter = (review: ReturnType<typeof at>, id: string): number =>
    recall(memory([...base, review], id), day);

  test.each(['good', 'again'] as const)(
    'inform each other weakly, and other facts not at all: %s',
    (rating) => {
      const review = rated(4, rating);
      const [own, other] = ['a/date', 'a/object'].map((id) =>
        Math.log(memory([...base, review], id).stability / memory(base, id).stability),
      );
      expect(Math.sign(other ?? 0)).toBe(Math.sign(own ?? 0));
      expect((other ?? 0) / (own ?? 1)).toBeCloseTo(0.1, 6);
      expect(memory([...base, review], 'b/object')).toEqual(memory(base, 'b/object'));
    },
  );

  test('a facet that is asked again on one day says nothing new', () => {
    expect(memory([...base, rated(0, 'good')], 'a/object')).toEqual(memory(base, 'a/object'));
  });

  test('raise and lower the chance that another is known before it is asked', () => {
    const first = (rating: 'easy' | 'again') =>
      memory([rated(0, rating), chosen(9, 1, 'a/object')], 'a/object').stability;
    expect(first('easy')).toBeGreaterThan(first('again'));
  });

  test('a failure never raises the recall of another', () => {
    expect(recallAfter(rated(4, 'again'), 'a/object')).toBeLessThan(
      recallAfter(rated(4, 'good'), 'a/object'),
    );
  });
});

describe('usual times', () => {
  test('make a slow answer hard once they are known', () => {
    const quick = Array.from({ length: 12 }, (_, index) =>
      at(0, { card: card(`q${index}/date`), response: { type: 'text', text: 'x' }, guess: 0, tookMs: 3000 }),
    );
    const last = (tookMs: number) =>
      memory([
        ...quick,
        at(0, { response: { type: 'text', text: 'x' }, card: card('a/date'), guess: 0, tookMs: 3000 }),
        at(9, { response: { type: 'text', text: 'x' }, card: card('a/date'), guess: 0, tookMs }),
      ]).stability;
    expect(last(30_000)).toBeLessThan(last(3000));
    expect(last(200_000)).toBe(last(3000));
  });
});

import fc from 'fast-check';
import type { Day } from '#core/memory/day.ts';
import { evidenceOfRating } from '#core/memory/evidence.ts';
import type { Evidence } from '#core/memory/evidence.ts';
import type { Weights } from '#core/memory/fsrs.ts';
import type { Answered } from '#core/memory/fit/histories.ts';
import { weightRanges } from '#core/memory/weights.ts';

/** Weights between the default ones and others within their ranges, away from the ends where nothing has a slope. */
export const someWeights = (w: Weights): fc.Arbitrary<Weights> =>
  fc
    .array(fc.double({ min: 0.85, max: 1.15, noNaN: true }), { minLength: w.length, maxLength: w.length })
    .map((factors) =>
      w.map((weight, index) => {
        const { least, most } = weightRanges[index] ?? { least: 0, most: 1 };
        const width = most - least;
        return Math.min(Math.max(weight * (factors[index] ?? 1), least + 1e-3 * width), most - 1e-3 * width);
      }),
    );

const doubtful: fc.Arbitrary<Omit<Answered, 'card' | 'day'>> = fc
  .record({
    rating: fc.constantFrom('hard', 'good', 'easy'),
    right: fc.boolean(),
    gain: fc.constantFrom(0.8, 1),
    knew: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
  })
  .map(({ rating, right, gain, knew }) => {
    const evidence: Evidence = right
      ? { rating, ifKnown: 0.98, ifUnknown: 1 / 3, gain }
      : { rating, ifKnown: 0.02, ifUnknown: 2 / 3, gain };
    return { evidence, knew };
  });

const rated: fc.Arbitrary<Omit<Answered, 'card' | 'day'>> = fc
  .constantFrom('again', 'hard', 'good', 'easy')
  .map((rating) => ({ evidence: evidenceOfRating[rating], knew: rating === 'again' ? 0 : 1 }));

/** Answers about a few cards, some rated, some in doubt, on the same and on later days. */
export const someAnswers = (kind: 'rated' | 'doubtful' | 'any'): fc.Arbitrary<readonly Answered[]> =>
  fc
    .array(
      fc.tuple(
        kind === 'rated' ? rated : kind === 'doubtful' ? doubtful : fc.oneof(rated, doubtful),
        fc.constantFrom('a', 'b'),
        fc.constantFrom(0, 0, 1, 2, 5, 14, 40),
      ),
      { minLength: 4, maxLength: 16 },
    )
    .map((steps) => {
      let day = 20_000;
      return steps.map(([answer, card, wait]) => ({ ...answer, card, day: (day += wait) as Day }));
    });

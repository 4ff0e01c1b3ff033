import { FSRSAlgorithm, generatorParameters, Rating as Grade } from 'ts-fsrs';
import { bench, describe } from 'vitest';
import { itemMaker } from '#core/item/recipe.ts';
import { possibleCards } from '#core/item/generate.ts';
import type { Day } from '#core/memory/day.ts';
import { defaultWeights } from '#core/memory/fsrs.ts';
import { calibration } from '#core/progress/calibration.ts';
import { studyDays } from '#core/progress/calendar.ts';
import { predictionsOf } from '#core/progress/prediction.ts';
import { statisticsOf } from '#core/progress/statistics.ts';
import { nigerBase } from '../niger.ts';
import { practicesOf } from './history.ts';
import { longLog } from './long-log.ts';

const grades = { again: Grade.Again, hard: Grade.Hard, good: Grade.Good, easy: Grade.Easy } as const;
const count = 100_000;
const base = nigerBase();
const cards = possibleCards(base);
const { events } = longLog(
  count,
  cards.map(({ id }) => id),
);
const reviews = events.flatMap((event) => (event.type === 'review' ? [event] : []));
const today: Day = reviews.at(-1)?.dayKey ?? (0 as Day);
const practices = practicesOf(count, cards.length);

describe('statistics of 100,000 reviews', () => {
  bench(
    'harmattan, all that the progress page shows',
    () => {
      statisticsOf(base, reviews, today, itemMaker(base, cards));
    },
    { iterations: 3, time: 0, warmupIterations: 1 },
  );

  bench('harmattan, calendar of a year', () => {
    studyDays(reviews, (today - 364) as Day, today);
  });

  bench('harmattan, predicted against observed', () => {
    calibration(predictionsOf(reviews));
  });

  bench('ts-fsrs, predicted against observed', () => {
    const algorithm = new FSRSAlgorithm(
      generatorParameters({ w: [...defaultWeights], enable_short_term: true }),
    );
    const states = new Map<number, { stability: number; difficulty: number; last: number }>();
    const bins = Array.from({ length: 10 }, () => ({ expected: 0, observed: 0, count: 0 }));
    for (const { card, day, rating } of practices) {
      const before = states.get(card);
      const elapsed = before ? day - before.last : 0;
      if (before) {
        const expected = algorithm.forgetting_curve(elapsed, before.stability);
        const bin = bins[Math.min(9, Math.floor(10 * expected))];
        if (bin) {
          bin.expected += expected;
          bin.observed += rating === 'again' ? 0 : 1;
          bin.count += 1;
        }
      }
      states.set(card, { ...algorithm.next_state(before ?? null, elapsed, grades[rating]), last: day });
    }
  });
});

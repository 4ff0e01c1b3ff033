import type { CardId } from '#core/fact/fact.ts';
import { randomInt, seededRandom } from '#core/item/random.ts';
import type { Random } from '#core/item/random.ts';
import type { Day } from '#core/memory/day.ts';
import type { Rating } from '#core/memory/fsrs.ts';
import type { Practice } from '#core/memory/replay.ts';
import type { ReviewPayload } from '#core/review/event.ts';
import type { ReviewEvent } from '#core/review/log.ts';
import { payload } from '../core/review/some-events.ts';

const ratings: readonly Rating[] = ['again', 'hard', 'good', 'easy'];
const perDay = 90;

/** Self-rated practices of cards by a learner who studies 90 a day. */
export function practicesOf(count: number, cards: number): readonly Practice<number>[] {
  const random = seededRandom('bench');
  return Array.from({ length: count }, (_, index) => ({
    card: randomInt(cards, random),
    day: (20_000 + Math.floor(index / perDay)) as Day,
    rating: ratings[randomInt(4, random)] ?? 'good',
  }));
}

/** Answers to items in all forms, two facets a fact. */
export function reviewsOf(count: number, cards: number): readonly Pick<ReviewEvent, 'dayKey' | 'payload'>[] {
  const random = seededRandom('bench');
  return Array.from({ length: count }, (_, index) => {
    const card = randomInt(cards, random);
    const id = `fact-${card >> 1}/${card % 2 ? 'date' : 'object'}` as CardId;
    return {
      dayKey: (20_000 + Math.floor(index / perDay)) as Day,
      payload: { ...payload, card: id, tookMs: 2000 + randomInt(9000, random), ...answer(random) },
    };
  });
}

function answer(random: Random): Pick<ReviewPayload, 'response' | 'marks' | 'guess'> {
  const marks = random() < 0.8 ? 1 : 0;
  const kind = random();
  if (kind < 0.4) return { response: { type: 'choice', option: 'a' }, marks, guess: 1 / 3 };
  if (kind < 0.6) return { response: { type: 'choice', option: 'true' }, marks, guess: 1 / 2 };
  if (kind < 0.8) return { response: { type: 'text', text: 'Niamey' }, marks, guess: 0 };
  return { response: { type: 'reveal', rating: marks ? 'good' : 'again' }, marks, guess: 0 };
}

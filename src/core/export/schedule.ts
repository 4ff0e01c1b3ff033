import type { CardId } from '../fact/fact.ts';
import type { Day } from '../memory/day.ts';
import type { Rating } from '../memory/fsrs.ts';
import type { Memory } from '../memory/replay.ts';
import type { ReviewEvent } from '../review/log.ts';

/** What a learner remembers of a card, for a program that goes on from there. */
export interface Remembered {
  readonly memory: Memory;
  /** The answers that are known, in their order. */
  readonly answers: readonly PastAnswer[];
}

export interface PastAnswer {
  readonly utcMs: number;
  readonly day: Day;
  readonly rating: Rating;
  readonly tookMs: number;
}

/** A learner's memories as a file can take them along. */
export interface Schedule {
  remembered(card: CardId): Remembered | undefined;
  /** Minutes that the learner's clock is ahead of UTC: days begin by it. */
  readonly tzOffsetMin: number;
}

/** What the log says about its learner, told card by card. */
export function scheduleOf(
  memories: ReadonlyMap<CardId, Memory>,
  reviews: readonly ReviewEvent[],
  tzOffsetMin: number,
): Schedule {
  const answers = new Map<CardId, PastAnswer[]>();
  for (const review of reviews) {
    for (const card of cardsAsked(review)) {
      const own = answers.get(card) ?? [];
      own.push(answerOf(review, card));
      answers.set(card, own);
    }
  }
  return {
    tzOffsetMin,
    remembered(card) {
      const memory = memories.get(card);
      return memory && { memory, answers: answers.get(card) ?? [] };
    },
  };
}

const cardsAsked = ({ payload: { card, parts } }: ReviewEvent): readonly CardId[] =>
  parts?.length ? parts.map((part) => part.card) : [card];

const answerOf = ({ wallUtcMs, dayKey, payload }: ReviewEvent, card: CardId): PastAnswer => ({
  utcMs: wallUtcMs,
  day: dayKey,
  rating: ratingOf(payload, card),
  tookMs: payload.tookMs,
});

/** The one of four buttons that says most nearly what an answer was. */
function ratingOf({ response, marks, parts, hints, easier }: ReviewEvent['payload'], card: CardId): Rating {
  if (response.type === 'reveal') return response.rating;
  const earned = parts?.find((part) => part.card === card)?.marks ?? marks;
  if (earned < 0.5) return 'again';
  return earned < 1 || hints || easier ? 'hard' : 'good';
}

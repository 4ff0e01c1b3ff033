import type { Day } from '../memory/day.ts';
import { eventId, identityOf, placeOf } from '../log/envelope.ts';
import { inOrder } from '../log/order.ts';
import { sealed } from '../log/seal.ts';
import type { Seal } from '../log/seal.ts';
import { settledDays } from '../log/settled-days.ts';
import type { EventBody, EventId, LogEvent } from './event.ts';
import { bodyOf, parseEvent } from './parse-event.ts';

export type ReviewEvent = Extract<LogEvent, { readonly type: 'review' }> & {
  /** The day that a wrong clock gave it, where it counts for another one. Not in the log: it follows from all of it. */
  readonly wrongDay?: Day;
};

/** A new event, ready to be kept for ever. Throws a TypeError when the body could not be read back. */
export function sealEvent({ type, payload }: EventBody, seal: Seal): LogEvent {
  // Sealed is a copy: a later change of the payload does not reach the event.
  const event = parseEvent(sealed(type, bodyOf(type, payload)?.payload, seal));
  if (event.ok) return event.value;
  throw new TypeError(
    `Seal a whole event, not ${JSON.stringify({ type, payload, ...seal })} (${event.problem.type})`,
  );
}

/**
 * The reviews that count, in order: each once, without those that were undone. One that was written while the clock
 * was wrong has the day that the device's other reviews prove.
 */
export function activeReviews(events: Iterable<LogEvent>): readonly ReviewEvent[] {
  const reviews = new Map<string, ReviewEvent>();
  const undone = new Set<EventId>();
  for (const event of events) {
    if (event.type === 'undo') undone.add(event.payload.event);
    else if (event.type === 'review') reviews.set(identityOf(event), event);
  }
  const active = [...reviews.values()].filter(
    (review) => !undone.has(eventId(review)) && !undone.has(placeOf(review)),
  );
  return withSettledDays(inOrder(active));
}

function withSettledDays(reviews: readonly ReviewEvent[]): readonly ReviewEvent[] {
  const days = settledDays(reviews);
  if (days.size === 0) return reviews;
  return reviews.map((review) => {
    const day = days.get(review);
    return day === undefined ? review : onDay(review, day);
  });
}

/** The review on another day; the same object every time, so that a replay can go on where it was. */
function onDay(review: ReviewEvent, dayKey: Day): ReviewEvent {
  const before = moved.get(review);
  if (before?.dayKey === dayKey) return before;
  const after = { ...review, dayKey, wrongDay: review.dayKey };
  moved.set(review, after);
  return after;
}

const moved = new WeakMap<ReviewEvent, ReviewEvent>();

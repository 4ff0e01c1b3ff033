import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeviceId, EventId, LogEvent } from '#core/review/event.ts';
import { activeReviews, admit, eventId, inOrder, mergeEvents, sealEvent } from '#core/review/log.ts';
import { parseEvent } from '#core/review/parse-event.ts';
import { logOf, payload, review, someHistory, undo } from './some-events.ts';

const stamp = {
  deviceId: 'phone' as DeviceId,
  seq: 1,
  previousHlc: undefined,
  wallUtcMs: Date.UTC(2026, 10, 24, 2, 30),
  tzOffsetMin: 60,
  tz: 'Africa/Niamey',
};

describe('sealEvent', () => {
  test('sealEvent() writes the same bytes for ever', () => {
    expect(sealEvent(review(), stamp)).toEqual({
      v: 1,
      deviceId: 'phone',
      seq: 1,
      hlc: '0001795487400000-000000',
      wallUtcMs: 1_795_487_400_000,
      tzOffsetMin: 60,
      tz: 'Africa/Niamey',
      dayKey: 20_780, // 23 November 2026: half past three at night belongs to the day before
      type: 'review',
      payload,
      checksum: 'dd91d694',
    });
  });

  test('sealEvent() refuses a body that could not be read back', () => {
    expect(() => sealEvent(review({ marks: Number.NaN }), stamp)).toThrow(TypeError);
    expect(() => sealEvent(review(), { ...stamp, seq: 0 })).toThrow(TypeError);
  });

  test('sealEvent() copies, so that a later change of the body does not reach the event', () => {
    const response = { type: 'text' as const, text: 'Niamey' };
    const event = sealEvent(review({ response }), stamp);
    response.text = 'Agadez';
    expect(parseEvent(event).ok).toBe(true);
  });
});

describe('activeReviews', () => {
  test('a review that was undone does not count, also when the undo arrives first', () => {
    const [first, second] = logOf('phone', [review(), review()]);
    const events = logOf('phone', [review(), review(), undo(eventId(second ?? stamp))]);
    expect(activeReviews(events).map(eventId)).toEqual([eventId(first ?? stamp)]);
    expect(activeReviews(events.toReversed()).map(eventId)).toEqual([eventId(first ?? stamp)]);
  });

  test('an undo of nothing known changes nothing', () => {
    expect(activeReviews(logOf('phone', [review(), undo('laptop:9' as EventId)]))).toHaveLength(1);
  });

  test('reviews come by clock, then device, then number', () => {
    const noon = Date.UTC(2026, 10, 24, 12);
    const phone = logOf('phone', [review(), review()], [noon, noon + 2]);
    const laptop = logOf('laptop', [review(), review()], [noon, noon + 1]);
    const ids = activeReviews([...phone, ...laptop]).map(eventId);
    expect(ids).toEqual(['laptop:1', 'phone:1', 'laptop:2', 'phone:2']);
  });

  test('activeReviews() does not depend on the order of arrival, nor on duplicates', () => {
    fc.assert(
      fc.property(someShuffled, ([history, shuffled]) => {
        expect(activeReviews([...shuffled, ...history])).toEqual(activeReviews(history));
      }),
    );
  });
});

describe('mergeEvents', () => {
  test('mergeEvents() is commutative', () => {
    fc.assert(
      fc.property(someCopies, ([a, b]) => {
        expect(mergeEvents(a, b).events).toEqual(mergeEvents(b, a).events);
      }),
    );
  });

  test('mergeEvents() is associative', () => {
    fc.assert(
      fc.property(someCopies, ([a, b, c]) => {
        const left = mergeEvents(mergeEvents(a, b).events, c);
        const right = mergeEvents(a, mergeEvents(b, c).events);
        expect(left.events).toEqual(right.events);
      }),
    );
  });

  test('mergeEvents() is idempotent, and a second time everything is known', () => {
    fc.assert(
      fc.property(someCopies, ([a, b]) => {
        const once = mergeEvents(a, b);
        const twice = mergeEvents(once.events, b);
        expect(twice).toEqual({ events: once.events, added: [], known: b.length, rejected: [] });
        expect(once.added.length + once.known).toBe(b.length);
      }),
    );
  });

  test('an event whose id is taken by another is rejected, and what was there stays', () => {
    const mine = logOf('phone', [review(), review({ marks: 0 })]);
    const theirs = logOf('phone', [review(), review({ marks: 1 }), review()]);
    const merged = mergeEvents(mine, theirs);
    expect(merged.rejected).toEqual([theirs[1]]);
    expect(merged.added).toEqual([theirs[2]]);
    expect(merged.known).toBe(1);
    expect(merged.events).toEqual([...mine, theirs[2]]);
  });
});

test('admit() does not replace a damaged row', () => {
  const [event] = logOf('phone', [review()]);
  if (!event) throw new TypeError('no event');
  const damaged = { ...event, seq: event.seq, tz: 'Europe/Berlin' };
  const rows = new Map<EventId, unknown>([[eventId(event), damaged]]);
  expect(admit(rows, [event])).toEqual({ added: [], known: 0, rejected: [event] });
});

test('inOrder() sorts every device the way it wrote', () => {
  fc.assert(
    fc.property(someShuffled, ([, shuffled]) => {
      const seqs = inOrder(shuffled)
        .filter(({ deviceId }) => deviceId === ('phone' as DeviceId))
        .map(({ seq }) => seq);
      expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
    }),
  );
});

/** A history and the same in another order. */
const someShuffled = someHistory.chain((history) =>
  fc.tuple(fc.constant(history), fc.shuffledSubarray(history, { minLength: history.length })),
);

/** What three devices have of one history: any parts, in any order. */
const someCopies: fc.Arbitrary<[LogEvent[], LogEvent[], LogEvent[]]> = someHistory.chain((history) =>
  fc.tuple(fc.shuffledSubarray(history), fc.shuffledSubarray(history), fc.shuffledSubarray(history)),
);

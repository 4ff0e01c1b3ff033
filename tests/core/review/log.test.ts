import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeviceId, EventId } from '#core/review/event.ts';
import { eventId } from '#core/log/envelope.ts';
import { activeReviews, sealEvent } from '#core/review/log.ts';
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
      v: 2,
      deviceId: 'phone',
      seq: 1,
      prev: '',
      hlc: '0001795487400000-000000',
      wallUtcMs: 1_795_487_400_000,
      tzOffsetMin: 60,
      tz: 'Africa/Niamey',
      dayKey: 20_780, // 23 November 2026: half past three at night belongs to the day before
      type: 'review',
      payload,
      checksum: '5e147178579652715bfc32dc0e230956',
    });
  });

  test('sealEvent() refuses a body that could not be read back', () => {
    expect(() => sealEvent(review({ marks: Number.NaN }), stamp)).toThrow(TypeError);
    expect(() => sealEvent(review(), { ...stamp, seq: 0 })).toThrow(TypeError);
    expect(() => sealEvent({ type: 'shout', payload: {} } as never, stamp)).toThrow(
      /^Seal a whole event, not \{"type":"shout".*"seq":1.* \(shape\)$/,
    );
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
    const name = second && eventId(second);
    const events = logOf('phone', [review(), review(), undo(name ?? ('' as EventId))]);
    expect(activeReviews(events)).toEqual([first]);
    expect(activeReviews(events.toReversed())).toEqual([first]);
  });

  test('an undo of version 1 names its review by device and number', () => {
    const events = logOf('phone', [review(), review(), undo('phone:2' as EventId)]);
    expect(activeReviews(events)).toEqual(events.slice(0, 1));
  });

  test('of two copies of a device, an undo on one takes back nothing on the other', () => {
    const one = logOf('phone', [review(), review({ marks: 0.5 })]);
    const other = logOf('phone', [review(), review({ marks: 0.25 })]);
    const [, second] = one;
    const taken = logOf('phone', [
      review(),
      review({ marks: 0.5 }),
      undo(second ? eventId(second) : ('' as EventId)),
    ]);
    expect(activeReviews([...other, ...taken]).map((event) => event.payload.marks)).toEqual([1, 0.25]);
  });

  test('a review while the clock was years ahead has the day of the one before it, once the clock is right', () => {
    const noon = Date.UTC(2026, 10, 24, 12);
    const walls = [noon, noon + 3 * 365 * 86_400_000, noon + 60_000, noon + 120_000];
    const events = logOf('phone', [review(), review(), review(), review()], walls);
    const days = activeReviews(events).map(({ dayKey }) => dayKey);
    expect(new Set(days).size).toBe(1);
    expect(events.map(({ dayKey }) => dayKey)[1]).not.toBe(days[1]);
    expect(activeReviews(events).map(({ wrongDay }) => wrongDay)).toEqual([
      undefined,
      events[1]?.dayKey,
      undefined,
      undefined,
    ]);
    expect(activeReviews(events)[1]).toBe(activeReviews(events)[1]);
  });

  test('an undo of nothing known changes nothing', () => {
    expect(activeReviews(logOf('phone', [review(), undo('laptop:9' as EventId)]))).toHaveLength(1);
  });

  test('reviews come by clock, then device, then number', () => {
    const noon = Date.UTC(2026, 10, 24, 12);
    const phone = logOf('phone', [review(), review()], [noon, noon + 2]);
    const laptop = logOf('laptop', [review(), review()], [noon, noon + 1]);
    const ids = activeReviews([...phone, ...laptop]).map(({ deviceId, seq }) => `${deviceId}:${seq}`);
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

/** A history and the same in another order. */
const someShuffled = someHistory.chain((history) =>
  fc.tuple(fc.constant(history), fc.shuffledSubarray(history, { minLength: history.length })),
);

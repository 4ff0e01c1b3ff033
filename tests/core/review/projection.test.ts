import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardId } from '#core/fact/fact.ts';
import type { FactId } from '#core/fact/fact.ts';
import { eventId } from '#core/log/envelope.ts';
import { inOrder } from '#core/log/order.ts';
import { defaultWeights } from '#core/memory/fsrs.ts';
import { activeReviews } from '#core/review/log.ts';
import { habitsAfter } from '#core/review/habits-of-log.ts';
import { mostRecent, nothingDone, projectionAfter } from '#core/review/projection.ts';
import { standingAfter } from '#core/review/standing.ts';
import type { LogEvent } from '#core/review/event.ts';
import { logOf, review, someHistory, undo } from './some-events.ts';

const w = defaultWeights;
const dayMs = 86_400_000;
const startMs = Date.UTC(2026, 10, 1, 9);

/** What follows from all events at once. */
const whole = (events: readonly LogEvent[]) => projectionAfter(events, w);

describe('projectionAfter', () => {
  test('holds what the replay of all reviews gives', () => {
    fc.assert(
      fc.property(someHistory, (events) => {
        const reviews = activeReviews(events);
        const others = inOrder(events).filter(({ type }) => type !== 'review' && type !== 'undo');
        expect(whole(events)).toMatchObject({
          answers: reviews.length,
          standing: standingAfter(reviews),
          habits: habitsAfter(reviews),
          recent: reviews,
          others,
        });
      }),
    );
  });

  test('says the same in steps as at once, or that it cannot', () => {
    let agreed = 0;
    fc.assert(
      fc.property(
        someHistory,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 3 }),
        (events, cuts) => {
          const ordered = inOrder(events);
          const places = [...cuts.map((cut) => Math.floor(cut * ordered.length)), ordered.length].toSorted(
            (a, b) => a - b,
          );
          let from: ReturnType<typeof whole> = nothingDone;
          let start = 0;
          for (const end of places) {
            from = from && projectionAfter(ordered.slice(start, end), w, from);
            start = end;
          }
          if (!from) return;
          agreed += 1;
          expect(from).toEqual(whole(events));
        },
      ),
      { numRuns: 300 },
    );
    expect(agreed).toBeGreaterThan(50);
  });

  /** A clock that is right, and one that was years ahead for two answers. */
  test.each([
    ['right', (index: number) => startMs + (index * dayMs) / 3],
    [
      'wrong at times',
      (index: number) => startMs + (index * dayMs) / 3 + (index === 4 || index === 5 ? 900 * dayMs : 0),
    ],
  ])('goes on from any place of a log whose clock was %s', (_, wall) => {
    const bodies = Array.from({ length: 20 }, (_unused, index) =>
      review({ card: cardId(`f${index % 3}` as FactId, 'object'), marks: index % 4 ? 1 : 0 }),
    );
    const events = logOf(
      'phone',
      bodies,
      bodies.map((_body, index) => wall(index)),
    );
    for (let cut = 8; cut <= 20; cut += 1)
      expect(projectionAfter(events.slice(cut), w, whole(events.slice(0, cut)))).toEqual(whole(events));
  });

  test('an answer taken back among the new ones is none', () => {
    const [first, ...rest] = logOf('phone', [review(), review({ marks: 0 })]);
    const last = rest[0];
    if (!first || !last) throw new RangeError('Expect two');
    const events = logOf('phone', [review(), review({ marks: 0 }), undo(eventId(last))]);
    const after = projectionAfter(events.slice(1), w, whole(events.slice(0, 1)));
    expect(after).toEqual(whole(events));
    expect(after?.answers).toBe(1);
    expect(after?.missed.size).toBe(0);
  });

  test.each<[string, (from: LogEvent) => LogEvent[]]>([
    ['takes back an earlier one', (from) => logOf('laptop', [undo(eventId(from))], [startMs + dayMs])],
    ['belongs before the last one', () => logOf('laptop', [review()], [startMs - dayMs])],
    [
      'has a number that the device gave out before, among others',
      () => ['laptop', 'phone'].flatMap((device) => logOf(device, [review({ marks: 0 })], [startMs + dayMs])),
    ],
    [
      'has the last number that the device gave out',
      () => logOf('phone', [review(), review({ marks: 0 })], [startMs + dayMs, startMs + 2 * dayMs]).slice(1),
    ],
    ['was written by a copy of the device', () => logOf('phone', [review({ marks: 0 })], [startMs + dayMs])],
  ])('needs the whole log for an event that %s', (_, later) => {
    const events = logOf('phone', [review(), review()], [startMs, startMs + 60_000]);
    const [from] = events;
    if (!from) throw new RangeError('Expect one');
    expect(projectionAfter(later(from), w, whole(events))).toBeUndefined();
  });

  test('needs the whole log when the clock goes back', () => {
    const events = logOf(
      'phone',
      [review(), review(), review()],
      [startMs, startMs + 3 * dayMs, startMs + dayMs],
    );
    expect(projectionAfter(events.slice(2), w, whole(events.slice(0, 2)))).toBeUndefined();
  });

  test('an answer that was taken back before it arrived is none', () => {
    const [later] = logOf('laptop', [review()], [startMs + dayMs]);
    if (!later) throw new RangeError('Expect one');
    const events = [...logOf('phone', [undo(eventId(later))], [startMs]), later];
    const after = projectionAfter([later], w, whole(events.slice(0, 1)));
    expect(after).toEqual(whole(events));
    expect(after?.answers).toBe(0);
  });

  test('awaits what was taken back and is not here, and nothing else', () => {
    const [first] = logOf('phone', [review()]);
    const [later] = logOf('laptop', [review()], [startMs + dayMs]);
    if (!first || !later) throw new RangeError('Expect two');
    expect(whole([first])?.awaited).toEqual(new Set());
    expect(whole(logOf('phone', [review(), undo(eventId(first))]))?.awaited).toEqual(new Set());
    expect(whole(logOf('phone', [undo(eventId(later))]))?.awaited).toEqual(new Set([eventId(later)]));
  });

  test.each([
    [[0], true],
    [[0.49], true],
    [[0.5], false],
    [[0, 0.5], false],
    [[1, 0], true],
  ])('a card answered with marks %j is missed: %s', (marks, isMissed) => {
    const bodies = marks.map((own) => review({ marks: own }));
    expect(whole(logOf('phone', bodies))?.missed.size).toBe(Number(isMissed));
  });

  test('holds the latest reviews only', () => {
    const bodies = Array.from({ length: mostRecent + 5 }, (_, position) => review({ position }));
    const all = whole(logOf('phone', bodies));
    expect([all?.answers, all?.recent.length]).toEqual([mostRecent + 5, mostRecent]);
    expect(all?.recent.at(-1)?.payload).toMatchObject({ position: mostRecent + 4 });
  });
});

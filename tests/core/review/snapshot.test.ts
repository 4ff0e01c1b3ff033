import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeviceId } from '#core/log/envelope.ts';
import { identityOf } from '#core/log/envelope.ts';
import { byOrder, inOrder } from '#core/log/order.ts';
import { defaultWeights } from '#core/memory/fsrs.ts';
import type { EventId, LogEvent } from '#core/review/event.ts';
import { projectionAfter } from '#core/review/projection.ts';
import { parseSnapshot, snapshotOf, tailEntries, writeSnapshot } from '#core/review/snapshot.ts';
import type { Making } from '#core/review/snapshot.ts';
import { logOf, review, someHistory, undo } from './some-events.ts';

const making: Making = { derivation: '1', weights: defaultWeights };
const events = logOf(
  'phone',
  Array.from({ length: tailEntries + 20 }, (_, position) => review({ position })),
);

/** A snapshot of all but the last entries. */
const snapshotBut = (log: readonly LogEvent[], left: number) =>
  snapshotOf(log, log, making, inOrder(log).at(-1 - left));

describe('snapshotOf', () => {
  test('covers all but the latest entries', () => {
    const snapshot = snapshotOf(events, events, making);
    expect(snapshot?.extent).toEqual({
      devices: [{ deviceId: 'phone', seq: 20, hash: events[19]?.checksum, entries: 20 }],
      forks: 0,
    });
    expect(snapshot?.projection).toEqual(projectionAfter(events.slice(0, 20), defaultWeights));
  });

  test('a short log has none', () => {
    expect(snapshotOf(events.slice(0, tailEntries), events.slice(0, tailEntries), making)).toBeUndefined();
  });

  test('with the events after it, gives what the whole log gives', () => {
    let made = 0;
    fc.assert(
      fc.property(someHistory, fc.nat(12), (log, left) => {
        const snapshot = snapshotBut(log, left);
        if (!snapshot) return;
        made += 1;
        const { projection } = snapshot;
        const rest = log.filter((event) => !projection.last || byOrder(event, projection.last) > 0);
        const after = projectionAfter(rest, defaultWeights, projection);
        if (after) expect(after).toEqual(projectionAfter(log, defaultWeights));
      }),
    );
    expect(made).toBeGreaterThan(30);
  });

  test('counts devices, holes and copies of a device', () => {
    const twin = logOf('phone', [review({ marks: 0 }), review()]);
    const other = logOf('laptop', [review(), review()]).slice(1);
    const log = [...events.slice(0, 4), ...twin.slice(0, 1), ...other];
    expect(snapshotBut(log, 0)?.extent).toEqual({
      devices: [
        { deviceId: 'laptop', seq: 2, hash: other[0]?.checksum, entries: 1 },
        { deviceId: 'phone', seq: 4, hash: events[3]?.checksum, entries: 4 },
      ],
      forks: 1,
    });
  });

  test('there is none where the last number of a device was given out twice', () => {
    const [twin] = logOf('phone', [review({ marks: 0 })]);
    expect(snapshotBut([...events.slice(0, 1), ...(twin ? [twin] : [])], 0)).toBeUndefined();
  });

  test('there is none where an earlier number of a device comes later', () => {
    const [first, second] = events;
    if (!first || !second) throw new RangeError('Expect two');
    const late = { ...first, hlc: '9'.repeat(16).replace(/^9/, '0') + '-000000' };
    expect(snapshotBut([late, second], 1)).toBeUndefined();
  });
});

describe('the text of a snapshot', () => {
  const text = writeSnapshot(snapshotOf(events, events, making) ?? expect.fail('Expect a snapshot'));

  test('reads back as the snapshot', () => {
    fc.assert(
      fc.property(someHistory, (log) => {
        const snapshot = snapshotBut(log, 0);
        if (snapshot) expect(parseSnapshot(writeSnapshot(snapshot), making)).toEqual(snapshot);
      }),
    );
  });

  test('is discarded when anything in it was changed or is missing', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('', ' ', '0', 'x', '}'), (place, unit) => {
        const changed = text.slice(0, place) + unit + text.slice(place + 1);
        expect(parseSnapshot(changed, making) === undefined).toBe(changed !== text);
        expect(parseSnapshot(text.slice(0, place), making)).toBeUndefined();
      }),
    );
  });

  test('is discarded by other rules, and for other weights', () => {
    expect(parseSnapshot(text, { ...making, derivation: '2' })).toBeUndefined();
    expect(
      parseSnapshot(text, { ...making, weights: defaultWeights.map((weight) => weight * 2) }),
    ).toBeUndefined();
    expect(parseSnapshot(text, making)?.extent.devices[0]?.deviceId).toBe('phone' as DeviceId);
  });

  test('holds no answer that the log has not', () => {
    const known = new Set(events.map(identityOf));
    const { recent = [], others = [] } = parseSnapshot(text, making)?.projection ?? {};
    expect([...recent, ...others].every((event) => known.has(identityOf(event)))).toBe(true);
  });
});

test('a snapshot keeps how long answers take, cards that were missed, and what is awaited', () => {
  const log = logOf('phone', [
    ...Array.from({ length: 30 }, (_, position) => review({ position, tookMs: 3000 + 100 * position })),
    review({ marks: 0 }),
    undo('laptop:4' as EventId),
  ]);
  const snapshot = snapshotBut(log, 0) ?? expect.fail('Make one');
  const { standing, missed, awaited } = snapshot.projection;
  expect([standing.times.size, standing.memories.size, missed.size, awaited.size]).toEqual([1, 1, 1, 1]);
  expect(parseSnapshot(writeSnapshot(snapshot), making)).toEqual(snapshot);
});

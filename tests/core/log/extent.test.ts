import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeviceId, EventId } from '#core/log/envelope.ts';
import { eventId, placeIn, placeOf } from '#core/log/envelope.ts';
import { entriesIn, extentOf } from '#core/log/extent.ts';
import { joined } from '#core/log/joined.ts';
import { logOf, review, someHistory } from '../review/some-events.ts';

const answers = (count: number) => Array.from({ length: count }, (_, position) => review({ position }));
const [phone, laptop] = [logOf('phone', answers(4)), logOf('laptop', answers(2))];

describe('extentOf', () => {
  test('names the first entries of each device, sorted', () => {
    const extent = extentOf([...phone.slice(0, 3).toReversed(), ...laptop], phone.slice(3));
    expect(extent).toEqual({
      devices: [
        { deviceId: 'laptop', seq: 2, hash: laptop[1]?.checksum, entries: 2 },
        { deviceId: 'phone', seq: 3, hash: phone[2]?.checksum, entries: 3 },
      ],
      forks: 0,
    });
    expect(extentOf([...laptop, ...phone.slice(0, 3)], phone.slice(3))).toEqual(extent);
    expect(extent && entriesIn(extent)).toBe(5);
    expect(extentOf([], phone)).toEqual({ devices: [], forks: 0 });
  });

  test('counts entries whose place another holds', () => {
    const fork = logOf('phone', [review(), review({ marks: 0 })]).slice(1);
    const extent = extentOf([...phone, ...fork], laptop);
    expect(extent).toMatchObject({ devices: [{ deviceId: 'phone', seq: 4, entries: 4 }], forks: 1 });
    expect(extent && entriesIn(extent)).toBe(5);
  });

  test('is none where two entries hold the last place', () => {
    const fork = logOf('phone', [...answers(3), review({ marks: 0 })]).slice(3);
    expect(extentOf([...phone, ...fork], [])).toBeUndefined();
  });

  test('is none where an entry of the rest stands before or beside the last', () => {
    const fork = logOf('phone', [...answers(2), review({ marks: 0 })]).slice(2);
    expect(extentOf(phone.slice(0, 3), fork)).toBeUndefined();
    expect(extentOf([...phone.slice(0, 1), ...phone.slice(2)], phone.slice(1, 2))).toBeUndefined();
    expect(extentOf(phone.slice(0, 3), [...phone.slice(3), ...laptop])).toBeDefined();
  });

  test('has as many entries as are covered, whatever the log', () => {
    fc.assert(
      fc.property(someHistory, (events) => {
        const extent = extentOf(events, []);
        expect(extent === undefined || entriesIn(extent)).toBe(extent === undefined || events.length);
      }),
    );
  });
});

test('placeIn() reads what names an entry, of either version', () => {
  for (const event of phone) {
    const place = { deviceId: 'phone', seq: event.seq };
    expect(placeIn(eventId(event))).toEqual(place);
    expect(placeIn(placeOf(event))).toEqual(place);
  }
  expect(placeIn('' as EventId)).toEqual({ deviceId: '' as DeviceId, seq: Number.NaN });
});

test('joined() gives all bytes in their order', () => {
  expect([...joined([1, 2], new Uint8Array([3]), [], [4])]).toEqual([1, 2, 3, 4]);
  expect(joined()).toHaveLength(0);
});

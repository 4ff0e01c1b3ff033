import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeviceId } from '#core/log/envelope.ts';
import { eventId } from '#core/log/envelope.ts';
import { parseEnvelope } from '#core/log/parse-envelope.ts';
import { hashOf, sealed } from '#core/log/seal.ts';
import { dayOf } from '#core/memory/day.ts';
import { ofVersion1 } from '../review/some-events.ts';

const deviceId = 'phone' as DeviceId;
const stamp = {
  deviceId,
  seq: 1,
  previousHlc: undefined,
  wallUtcMs: 1_795_487_400_000,
  tzOffsetMin: 60,
  tz: 'UTC',
};

describe('sealed', () => {
  test('sealed() keeps a type that nobody here knows, and it is read back', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][\w.-]{0,20}$/), fc.jsonValue(), (type, payload) => {
        const entry = sealed(type, JSON.parse(JSON.stringify(payload)), stamp);
        expect(parseEnvelope(JSON.parse(JSON.stringify(entry)))).toEqual({ ok: true, value: entry });
      }),
    );
  });

  test.each([Number.NaN, Infinity, -Infinity, 1e300, -1e300, 0, 8.64e15])(
    'sealed() takes an entry whatever the clock says: %d',
    (wallUtcMs) => {
      const tzOffsetMin = wallUtcMs > 0 ? 1e9 : Number.NaN;
      const entry = sealed('told', { fact: 'a' }, { ...stamp, wallUtcMs, tzOffsetMin });
      expect(parseEnvelope(entry)).toEqual({ ok: true, value: entry });
    },
  );

  test('sealed() freezes the day by the hour at which it begins', () => {
    const night = Date.UTC(2026, 10, 24, 3, 30);
    const dayAt = (rollOverHour?: number): number =>
      sealed(
        'told',
        {},
        { ...stamp, wallUtcMs: night, tzOffsetMin: 0, ...(rollOverHour !== undefined && { rollOverHour }) },
      ).dayKey;
    expect(dayAt()).toBe(dayOf(night, 0));
    expect([0, 3, 4, 12].map(dayAt)).toEqual([20_781, 20_781, 20_780, 20_780]);
  });

  test('sealed() chains: the checksum vouches for the one before', () => {
    const first = sealed('told', { fact: 'a' }, stamp);
    const second = sealed(
      'told',
      { fact: 'b' },
      { ...stamp, seq: 2, previousHlc: first.hlc, prev: first.checksum },
    );
    expect(second.prev).toBe(first.checksum);
    expect(hashOf({ ...second, checksum: undefined, prev: '' })).not.toBe(second.checksum);
  });
});

test('eventId() names an entry of version 1 by its place, a later one by its content too', () => {
  expect(eventId(ofVersion1)).toBe('phone:1');
  const entry = sealed('told', { fact: 'a' }, stamp);
  expect(eventId(entry)).toBe(`phone:1:${entry.checksum.slice(0, 8)}`);
});

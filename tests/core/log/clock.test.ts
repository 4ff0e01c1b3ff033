import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isReading, later, tick } from '#core/log/clock.ts';

const noon = 1_795_600_800_000;
const yearMs = 365 * 86_400_000;
const walls = fc.oneof(fc.integer({ min: 0, max: 4e12 }), fc.double({ noNaN: true }));

describe('tick', () => {
  test.each([
    ['the first reading is the wall clock', undefined, noon, '0001795600800000-000000'],
    ['time that has moved on starts a new count', '0001795600799999-000007', noon, '0001795600800000-000000'],
    ['the same millisecond counts on', '0001795600800000-000000', noon, '0001795600800000-000001'],
    [
      'a clock set back an hour counts on',
      '0001795600800000-000003',
      noon - 3_600_000,
      '0001795600800000-000004',
    ],
    [
      'a count that is full goes to the next millisecond',
      '0001795600800000-999999',
      noon,
      '0001795600800001-000000',
    ],
    ['a clock before 1970 is 0', undefined, -5, '0000000000000000-000000'],
  ])('%s', (_, last, wall, expected) => {
    expect(tick(last, wall)).toBe(expected);
  });

  test('readings always sort after the one before, whatever the wall clock does', () => {
    fc.assert(
      fc.property(fc.array(walls, { minLength: 2 }), (history) => {
        let last: string | undefined;
        for (const wall of history) {
          const next = tick(last, wall);
          expect(last === undefined || next > last).toBe(true);
          expect(isReading(next)).toBe(true);
          last = next;
        }
      }),
    );
  });

  test('after years ahead it counts on, and follows the wall clock again once that has caught up', () => {
    const ahead = tick(undefined, noon + 10 * yearMs);
    const back = tick(ahead, noon);
    expect(back > ahead).toBe(true);
    expect(tick(back, noon + 10 * yearMs + 1)).toBe(tick(undefined, noon + 10 * yearMs + 1));
  });

  test('a text that is no reading is a bug', () => {
    expect(() => tick('yesterday', noon)).toThrow(
      new RangeError('Tick from a clock reading, not from "yesterday"'),
    );
  });
});

test('later() is the greater reading, and any reading is later than none', () => {
  expect(later(undefined, '0000000000000001-000000')).toBe('0000000000000001-000000');
  expect(later('0000000000000001-000000', undefined)).toBe('0000000000000001-000000');
  expect(later('0000000000000001-000001', '0000000000000001-000000')).toBe('0000000000000001-000001');
  expect(later('0000000000000001-000000', '0000000000000001-000001')).toBe('0000000000000001-000001');
  expect(later(undefined, undefined)).toBeUndefined();
});

test.each([
  '',
  '1-1',
  '9999999999999999-000000',
  '0001795600800000-00000',
  'x001795600800000-000000',
  '00001795600800000-000000',
  'x0001795600800000-000000',
  '0001795600800000-0000000',
])('isReading(%j) is false', (text) => {
  expect(isReading(text)).toBe(false);
});

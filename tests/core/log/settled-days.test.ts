import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeviceId } from '#core/log/envelope.ts';
import { isSteady, lastRight, settledDays, slackMs } from '#core/log/settled-days.ts';
import { dayOf } from '#core/memory/day.ts';
import type { Day } from '#core/memory/day.ts';

const dayMs = 86_400_000;
const startMs = Date.UTC(2026, 10, 24, 12);
const startDay = dayOf(startMs, 0);

/** Entries of one device, by the days its clock showed, counted from the start. */
const clocked = (...days: readonly number[]) =>
  days.map((day) => ({
    deviceId: 'phone' as DeviceId,
    wallUtcMs: startMs + day * dayMs,
    dayKey: dayOf(startMs + day * dayMs, 0),
  }));

/** The days that come out, counted from the start. */
function settle(...days: readonly number[]): readonly number[] {
  const entries = clocked(...days);
  const found = settledDays(entries);
  return entries.map((entry) => (found.get(entry) ?? entry.dayKey) - startDay);
}

describe('settledDays', () => {
  test.each<[string, readonly number[], readonly number[]]>([
    ['a right clock', [0, 1, 1, 5, 30], [0, 1, 1, 5, 30]],
    ['a year ahead for a while', [0, 1, 366, 367, 2, 3, 4], [0, 1, 1, 1, 2, 3, 4]],
    ['ten years ahead at the first start', [3650, 0, 1], [0, 0, 1]],
    [
      'back to 1970 after the battery died',
      [0, 1, -20_750, -20_750, -20_750, -20_750, 2],
      [0, 1, 1, 1, 1, 1, 2],
    ],
    ['set back by a week and left so for one answer', [0, 1, 2, -5], [0, 1, 2, 2]],
    ['set back by a week, then most answers', [0, 7, 1, 2, 3], [0, 0, 1, 2, 3]],
    ['before this program was there, at the first answers', [-20_750, -20_749, 0, 1], [0, 0, 0, 1]],
    ['never right', [-20_750, -20_750.5, -20_749], [-20_750, -20_751, -20_749]],
    ['nothing', [], []],
  ])('%s', (_, days, expected) => {
    expect(settle(...days)).toEqual(expected);
  });

  test('a clock that is put right by seconds, and a zone that is left, are no wrong clock', () => {
    const entries = clocked(0, 1).flatMap((entry) => [
      entry,
      { ...entry, wallUtcMs: entry.wallUtcMs - 5000 },
    ]);
    expect(settledDays(entries).size).toBe(0);
    const [first, second] = clocked(0, 0);
    const west = second && { ...second, wallUtcMs: second.wallUtcMs + 1000, dayKey: (startDay - 1) as Day };
    expect(settledDays([first, west].flatMap((entry) => entry ?? [])).size).toBe(0);
  });

  test('a small step back beside a real jump is left alone', () => {
    const [a, b, c, d] = clocked(0, 400, 1, 1);
    const entries = [a, b, c, d && { ...d, wallUtcMs: d.wallUtcMs - 5000 }].flatMap((entry) => entry ?? []);
    expect([...settledDays(entries).keys()]).toEqual([b]);
  });

  test('a wrong clock on the right day moves nothing', () => {
    const at = (hour: number) =>
      clocked(0).map((entry) => ({ ...entry, wallUtcMs: startMs + hour * slackMs }));
    expect(settledDays([0, 5, 1, 2, 3].flatMap(at)).size).toBe(0);
  });

  test('an hour is no step, and a millisecond more is one', () => {
    const at = (day: number, ms: number) =>
      clocked(day).map((entry) => ({ ...entry, wallUtcMs: entry.wallUtcMs + ms }));
    expect(isSteady([...at(1, 0), ...at(1, -slackMs)])).toBe(true);
    expect(isSteady([...at(1, 0), ...at(1, -slackMs - 1)])).toBe(false);
    // The second of these: as far from its neighbours as may be, on another day than they.
    const moved = (before: number, after: number) =>
      settledDays([
        ...at(0, before),
        ...clocked(0).map((entry) => ({ ...entry, dayKey: (startDay + 9) as Day })),
        ...at(0, after),
        ...at(0, after),
        ...at(400, 0),
        ...at(1, 0),
        ...at(1, 0),
      ]).size;
    expect(moved(slackMs, slackMs)).toBe(1);
    expect(moved(slackMs + 1, slackMs + 1)).toBe(2);
    expect(moved(-slackMs, -slackMs)).toBe(1);
    expect(moved(-slackMs - 1, -slackMs - 1)).toBe(2);
    // Between entries of one moment, and so much earlier.
    const early = (ms: number) =>
      settledDays([
        ...at(0, 0),
        ...at(0, 0),
        ...at(0, -ms).map((entry) => ({ ...entry, dayKey: (startDay + 9) as Day })),
        ...at(0, 0),
        ...at(400, 0),
        ...at(1, 0),
        ...at(1, 0),
      ]).size;
    expect(early(slackMs)).toBe(1);
    expect(early(slackMs + 1)).toBe(2);
  });

  test('lastRight() is the last entry whose clock was right, if any was', () => {
    const entries = clocked(0, 400, 1);
    expect(lastRight(entries)).toBe(entries[2]);
    expect(lastRight(clocked(-20_750, -20_749))).toBeUndefined();
    expect(lastRight([])).toBeUndefined();
  });

  test('every device has a clock of its own', () => {
    const ahead = clocked(1000, 1001).map((entry) => ({ ...entry, deviceId: 'laptop' as DeviceId }));
    expect(settledDays([...clocked(0, 1), ...ahead, ...clocked(2)]).size).toBe(0);
  });

  test('whatever the clock did, days never run backwards by more than the fewest wrong readings need', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 30 }), (days) => {
        const out = settle(...days);
        expect(out).toEqual(out.toSorted((a, b) => a - b));
        const moved = out.filter((day, index) => day !== days[index]).length;
        const kept = Math.max(0, ...longestRisingLengths(days));
        expect(moved).toBeLessThanOrEqual(days.length - kept);
      }),
    );
  });

  test('one wrong reading among many right ones is found, and no other is touched', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 40 });
    const jump = fc.oneof(fc.integer({ min: -9000, max: -10 }), fc.integer({ min: 400, max: 3650 }));
    fc.assert(
      fc.property(steps, fc.nat(), jump, (gaps, at, by) => {
        let day = 0;
        const days = gaps.map((gap) => (day += gap));
        const place = 2 + (at % (days.length - 3));
        const seen = days.with(place, (days[place] ?? 0) + by);
        const out = settle(...seen);
        expect(out.toSpliced(place, 1)).toEqual(days.toSpliced(place, 1));
        expect(out[place]).toBeGreaterThanOrEqual(days[place - 1] ?? 0);
        expect(out[place]).toBeLessThanOrEqual(days[place + 1] ?? 0);
      }),
    );
  });
});

/** By the definition, in quadratic time. */
function longestRisingLengths(days: readonly number[]): readonly number[] {
  const lengths: number[] = [];
  for (const [index, day] of days.entries()) {
    const before = lengths.filter((_, earlier) => (days[earlier] ?? 0) <= day).slice(0, index);
    lengths.push(1 + Math.max(0, ...before));
  }
  return lengths;
}

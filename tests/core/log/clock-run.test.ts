import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockRun, goneOn, readingAfter } from '#core/log/clock-run.ts';
import type { DeviceId } from '#core/log/envelope.ts';
import { settledDays } from '#core/log/settled-days.ts';
import { dayOf } from '#core/memory/day.ts';

const hourMs = 3_600_000;
const startMs = Date.UTC(2026, 10, 24, 12);

const entriesAt = (...hours: readonly number[]) =>
  hours.map((hour) => ({
    deviceId: 'phone' as DeviceId,
    wallUtcMs: startMs + hour * hourMs,
    dayKey: dayOf(startMs + hour * hourMs, 0),
  }));

describe('readingAfter', () => {
  const after = (nowHour: number, ...devices: readonly (readonly number[])[]) => {
    const reading = readingAfter(
      startMs + nowHour * hourMs,
      devices.map((hours) => clockRun(entriesAt(...hours))),
    );
    return reading === undefined ? undefined : (reading - startMs) / hourMs;
  };

  test.each<[string, number, readonly (readonly number[])[], number | undefined]>([
    ['nothing', 0, [], undefined],
    ['what was before now', 9, [[0, 3]], undefined],
    ['within the hour by which clocks differ', 9, [[10]], undefined],
    ['later than now', 9, [[10.5]], 10.5],
    [
      'later than now on another device',
      9,
      [
        [0, 3],
        [0, 90],
      ],
      90,
    ],
    ['a clock that was ahead for a while', 9, [[0, 9000, 1, 2]], undefined],
    ['a clock that was never right', 9, [[-500_000, -600_000]], undefined],
  ])('of %s', (_, now, devices, expected) => {
    expect(after(now, ...devices)).toBe(expected);
  });
});

describe('goneOn', () => {
  test('from nothing is the run of the entries', () => {
    expect(goneOn(entriesAt(0, 3))).toEqual(clockRun(entriesAt(0, 3)));
    expect(goneOn([])).toEqual({ steady: true, latestMs: Number.MIN_SAFE_INTEGER });
  });

  test.each<[string, readonly number[], readonly number[], boolean]>([
    ['a right clock', [0, 1], [2, 3], true],
    ['a step back within the hour', [0, 2], [1.5], true],
    ['a step back of hours', [0, 9], [2], false],
    ['nothing before', [], [5, 1000], true],
    ['a clock that was wrong and is right again', [0, 9000, 1, 2], [3, 3], true],
    ['a clock that was wrong, and steps back a little', [0, 9000, 1, 2], [3, 2.5], false],
    ['a clock that was never right', [-400_000, -500_000], [1], false],
  ])('%s', (_, before, after, isKnown) => {
    const run = goneOn(entriesAt(...after), clockRun(entriesAt(...before)));
    expect(run !== undefined).toBe(isKnown);
    if (run) expect(run.latestMs).toBe(clockRun(entriesAt(...before, ...after)).latestMs);
    if (run) expect(run.steady).toBe(clockRun(entriesAt(...before, ...after)).steady);
    if (run?.steady) expect(run).toEqual(clockRun(entriesAt(...before, ...after)));
  });

  test('where it knows the run, later entries leave the days of earlier ones alone and have their own', () => {
    const hours = fc.array(fc.constantFrom(-500_000, 0, 1, 2, 2.5, 30, 31, 60, 9000), { maxLength: 7 });
    let known = 0;
    fc.assert(
      fc.property(hours, hours, (first, second) => {
        const [before, after] = [entriesAt(...first), entriesAt(...second)];
        if (!goneOn(after, clockRun(before))) return;
        known += 1;
        expect([...settledDays([...before, ...after])]).toEqual([...settledDays(before)]);
      }),
      { numRuns: 2000 },
    );
    expect(known).toBeGreaterThan(200);
  });
});

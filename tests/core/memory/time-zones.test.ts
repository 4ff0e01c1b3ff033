import { describe, expect, test } from 'vitest';
import { dayOf, dayOfIso, isoOfDay } from '#core/memory/day.ts';
import type { Day } from '#core/memory/day.ts';
import { practised } from '#core/memory/replay.ts';
import type { Memory } from '#core/memory/replay.ts';
import { edges, wall } from './time-zones.ts';

const zones = Intl.supportedValuesOf('timeZone');
const hour = 3_600_000;
const [from, to] = [Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1)];

/** Every zone's changes of the clock in a year, or for a zone without any, two days of it. */
const moments = zones.flatMap((zone) => {
  const found = edges(zone, from, to);
  return (found.length > 0 ? found : [from + 5 * hour, from + 4000 * hour]).map((edge) => ({ zone, edge }));
});

/** The learner's day as its definition says it: the date on the wall, but before four o'clock the date before. */
function dayOnTheWall(zone: string, instant: number): Day | undefined {
  const { date, hour: shown } = wall(zone, instant);
  const day = dayOfIso(date);
  return day !== undefined && shown < 4 ? ((day - 1) as Day) : day;
}

describe(`learner days in ${zones.length} time zones`, () => {
  test('there are at least 400, and many change their clocks', () => {
    expect(zones.length).toBeGreaterThanOrEqual(400);
    expect(moments.filter(({ edge }) => edge % (5 * hour) !== 0).length).toBeGreaterThan(200);
  });

  test('are the dates on the wall, rolling over at four, on both sides of every change', () => {
    const wrong = moments.flatMap(({ zone, edge }) =>
      [-26, -5, -2, -1, -0.02, 0, 0.02, 1, 2, 5, 26].flatMap((hours) => {
        const instant = edge + hours * hour;
        const day = dayOf(instant, wall(zone, instant).offset);
        return day === dayOnTheWall(zone, instant) ? [] : [`${zone} ${new Date(instant).toISOString()}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('never make a practice before its predecessor, nor a card due before it is learnt', () => {
    const wrong = moments.flatMap(({ zone, edge }) => {
      let memory: Memory | undefined;
      // Forwards through the change, then with the clock set back by two days, then on.
      for (const hours of [-30, -1, 0, 1, 8, -40, 30, 54]) {
        const instant = edge + hours * hour;
        const before = memory;
        memory = practised(memory, { day: dayOf(instant, wall(zone, instant).offset), rating: 'good' });
        const sane = Number.isFinite(memory.stability) && memory.due > memory.last;
        const grown = !before || (memory.last >= before.last && memory.stability >= before.stability);
        if (!sane || !grown) return [`${zone} ${isoOfDay(memory.last)}`];
      }
      return [];
    });
    expect(wrong).toEqual([]);
  });

  test('count an answer after breakfast as one day after one at supper, change or no change', () => {
    const wrong = moments.flatMap(({ zone, edge }) => {
      const supper = instantAt(zone, edge - 12 * hour, 20);
      const breakfast = instantAt(zone, supper + 6 * hour, 8);
      const days = [supper, breakfast].map((instant) => dayOf(instant, wall(zone, instant).offset));
      return (days[1] ?? 0) - (days[0] ?? 0) === 1 ? [] : [`${zone} ${days.join(' ')}`];
    });
    expect(wrong).toEqual([]);
  });
});

/** The first whole hour from an instant on at which the wall shows an hour. */
function instantAt(zone: string, start: number, shown: number): number {
  for (let hours = 0; hours < 50; hours += 1) {
    const instant = start + hours * hour;
    if (wall(zone, instant).hour === shown) return instant;
  }
  throw new RangeError(`Expect ${shown} o'clock in ${zone}`);
}

import { describe, expect, test } from 'vitest';
import type { DeviceId, Envelope } from '#core/log/envelope.ts';
import { sealed } from '#core/log/seal.ts';
import { settledDays } from '#core/log/settled-days.ts';
import { replay } from '#core/memory/replay.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Zones with the edges at which their clocks or their dates jump. */
const edges: readonly (readonly [string, string])[] = [
  ['Africa/Niamey', '2026-03-29T01:00Z'],
  ['Europe/Paris', '2026-03-29T01:00Z'],
  ['Europe/Paris', '2026-10-25T01:00Z'],
  ['America/New_York', '2026-03-08T07:00Z'],
  ['America/New_York', '2026-11-01T06:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
  ['Asia/Kathmandu', '2026-06-01T00:00Z'],
  ['Pacific/Kiritimati', '2026-12-31T10:00Z'],
  ['Pacific/Pago_Pago', '2026-12-31T11:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00Z'], // a Friday that was not
  ['America/Sao_Paulo', '2018-11-04T03:00Z'], // no midnight
];

/** What the clock on the wall shows: the date, and the hour. */
function localOf(
  utcMs: number,
  timeZone: string,
): { readonly day: number; readonly hour: number; readonly offset: number } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(utcMs);
  const get = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const date = Date.UTC(get('year'), get('month') - 1, get('day'));
  const offset = (date + get('hour') * hourMs + get('minute') * 60_000 - utcMs) / 60_000;
  return { day: date / dayMs, hour: get('hour'), offset };
}

const written = (utcMs: number, tzOffsetMin: number, rollOverHour = 4, before?: Envelope): Envelope =>
  sealed(
    'told',
    {},
    {
      deviceId: 'phone' as DeviceId,
      seq: (before?.seq ?? 0) + 1,
      previousHlc: before?.hlc,
      wallUtcMs: utcMs,
      tzOffsetMin,
      tz: '',
      rollOverHour,
    },
  );

describe('the day of an entry', () => {
  test.each(edges)('is the local date in %s around %s, from the roll-over hour on', (zone, edge) => {
    for (let offset = -36 * hourMs; offset <= 36 * hourMs; offset += hourMs / 2) {
      const utcMs = Date.parse(edge) + offset;
      const local = localOf(utcMs, zone);
      for (const hour of [0, 1, 2, 3, 4, 12]) {
        const expected = local.hour < hour ? local.day - 1 : local.day;
        expect(written(utcMs, local.offset, hour).dayKey, `${new Date(utcMs).toISOString()} ${hour}`).toBe(
          expected,
        );
      }
    }
  });

  test.each(edges)('never goes back while time goes on in %s around %s', (zone, edge) => {
    const days = Array.from({ length: 145 }, (_, index) => {
      const utcMs = Date.parse(edge) + (index - 72) * (hourMs / 2);
      return written(utcMs, localOf(utcMs, zone).offset).dayKey;
    });
    expect(days).toEqual(days.toSorted((a, b) => a - b));
  });
});

describe('a clock that jumps', () => {
  const noon = Date.UTC(2026, 10, 24, 12);
  const jumps = [1, 5, 26, 24 * 7, 24 * 30, 24 * 365, 24 * 3650].flatMap((hours) => [hours, -hours]);

  test.each(jumps)('by %d hours for three answers costs no order, no answer and no day', (hours) => {
    const right = Array.from({ length: 12 }, (_, day) => noon + day * dayMs);
    const walls = right.map((utcMs, index) => (index >= 5 && index < 8 ? utcMs + hours * hourMs : utcMs));
    const entries: Envelope[] = [];
    for (const utcMs of walls) entries.push(written(utcMs, 60, 4, entries.at(-1)));

    expect(entries.map(({ hlc }) => hlc)).toEqual(entries.map(({ hlc }) => hlc).toSorted());
    const settled = settledDays(entries);
    const days = entries.map((entry) => settled.get(entry) ?? entry.dayKey);
    const truth = right.map((utcMs) => written(utcMs, 60).dayKey);
    const off = days.map((day, index) => Math.abs(day - (truth[index] ?? 0)));
    expect(Math.max(...off)).toBeLessThanOrEqual(7);
    // Of a clock set back by a day, either side of the step may be the wrong one.
    expect(Math.max(...off.slice(0, 5), ...off.slice(8))).toBeLessThanOrEqual(Math.abs(hours) < 48 ? 1 : 0);

    const memory = replay(days.map((day) => ({ card: 'a', day, rating: 'good' as const }))).get('a');
    expect(memory?.last).toBe(truth.at(-1));
    expect(memory?.reviews).toBe(12);
  });

  test('travel round the world leaves every clock reading right', () => {
    const zones = [
      'Asia/Tokyo',
      'America/Los_Angeles',
      'Europe/Paris',
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
    ];
    const entries: Envelope[] = [];
    for (let step = 0; step < 40; step += 1) {
      const utcMs = noon + step * 7 * hourMs;
      const { offset } = localOf(utcMs, zones[step % zones.length] ?? 'UTC');
      entries.push(written(utcMs, offset, 4, entries.at(-1)));
    }
    expect(settledDays(entries).size).toBe(0);
  });
});

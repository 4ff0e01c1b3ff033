import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOfIso } from '#core/memory/day.ts';
import type { Day } from '#core/memory/day.ts';
import { writeReminder } from '#core/session/reminder.ts';
import type { Reminder } from '#core/session/reminder.ts';

const day = (iso: string): Day => dayOfIso(iso) ?? addDays(0 as Day, 0);

const daily: Reminder = {
  uid: 'study@harmattan',
  firstDay: day('2026-11-25'),
  lastDay: day('2026-12-12'),
  minuteOfDay: 18 * 60 + 5,
  lengthMinutes: 10,
  title: 'Study: Niger since the coup',
  text: 'Ten minutes; today, tomorrow\nand so on.',
  stampedDay: day('2026-11-25'),
};

const linesOf = (file: string): readonly string[] => file.replace(/\r\n /g, '').split('\r\n');

describe('writeReminder()', () => {
  test('is one event a day in local time until the exam', () => {
    const lines = linesOf(writeReminder(daily));
    expect(lines).toContain('DTSTART:20261125T180500');
    expect(lines).toContain('RRULE:FREQ=DAILY;UNTIL=20261212T235900');
    expect(lines).toContain('DTSTAMP:20261125T000000Z');
    expect(lines).toContain('DURATION:PT10M');
  });

  test('goes on for a year without an exam, and for a day with one that is past', () => {
    const { lastDay: _, ...open } = daily;
    expect(linesOf(writeReminder(open))).toContain('RRULE:FREQ=DAILY;UNTIL=20271125T235900');
    const past = writeReminder({ ...daily, lastDay: day('2020-01-01') });
    expect(linesOf(past)).toContain('RRULE:FREQ=DAILY;UNTIL=20261125T235900');
  });

  test('escapes what has a meaning in the format', () => {
    expect(linesOf(writeReminder(daily))).toContain(
      'DESCRIPTION:Ten minutes\\; today\\, tomorrow\\nand so on.',
    );
  });

  test('folds every line at 75 octets without cutting a sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        const file = writeReminder({ ...daily, title });
        for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThan(76);
        expect(file).not.toContain('\uFFFD');
        expect(linesOf(file).filter((line) => line.startsWith('SUMMARY:'))).toHaveLength(1);
      }),
    );
  });
});

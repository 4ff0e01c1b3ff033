import { addDays, isoOfDay } from '../memory/day.ts';
import type { Day } from '../memory/day.ts';

/** A daily study time to put into a calendar. */
export interface Reminder {
  /** Unique and stable, so that a second import replaces the first: `id@host`. */
  readonly uid: string;
  readonly firstDay: Day;
  /** The last day, for instance the exam's; without one it goes on for a year. */
  readonly lastDay?: Day;
  /** Minutes after midnight on the learner's own clock. */
  readonly minuteOfDay: number;
  readonly lengthMinutes: number;
  readonly title: string;
  readonly text: string;
  /** The day on which the file is written, for DTSTAMP. */
  readonly stampedDay: Day;
}

const aYear = 365;

/**
 * An iCalendar file (RFC 5545) with one event a day at the same local time wherever the learner is ("floating" time),
 * and an alarm when it begins.
 */
export function writeReminder(reminder: Reminder): string {
  const { firstDay, minuteOfDay, lengthMinutes } = reminder;
  const wanted = reminder.lastDay ?? addDays(firstDay, aYear);
  const lastDay = wanted < firstDay ? firstDay : wanted;
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Harmattan//Study reminder//EN',
    'BEGIN:VEVENT',
    `UID:${reminder.uid}`,
    `DTSTAMP:${localStamp(reminder.stampedDay, 0)}Z`,
    `DTSTART:${localStamp(firstDay, minuteOfDay)}`,
    `DURATION:PT${Math.max(1, Math.round(lengthMinutes))}M`,
    `RRULE:FREQ=DAILY;UNTIL=${localStamp(lastDay, 24 * 60 - 1)}`,
    `SUMMARY:${escapeText(reminder.title)}`,
    `DESCRIPTION:${escapeText(reminder.text)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(reminder.title)}`,
    'TRIGGER:PT0M',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .flatMap(folded)
    .join('\r\n');
}

const two = (value: number): string => String(value).padStart(2, '0');
const compact = (day: Day): string => isoOfDay(day).replaceAll('-', '');

const localStamp = (day: Day, minute: number): string =>
  `${compact(day)}T${two(Math.floor(minute / 60))}${two(minute % 60)}00`;

const escapeText = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** A line is at most 75 octets; what is longer goes on in lines that begin with a space. */
function folded(line: string): readonly string[] {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const sign of line) {
    const code = sign.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x8_00 ? 2 : code < 0x1_00_00 ? 3 : 4;
    if (octets + size > 75) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += sign;
    octets += size;
  }
  return [...lines, current];
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupLimitBytes, parseBackup, writeBackup } from '#core/review/backup.ts';
import type { Backup } from '#core/review/backup.ts';
import { mostValues } from '#core/guard/read-json.ts';
import { checksumOf } from '#core/log/checksum.ts';
import { inOrder } from '#core/log/order.ts';
import { logOf, review, someHistory } from './some-events.ts';

const backup: Backup = {
  exportedUtcMs: 1_795_600_800_000,
  events: logOf('phone', [review(), review({ marks: 0, response: { type: 'text', text: 'Niaméy 🙂' } })]),
  sessions: [{ plan: { id: 's' }, state: 'open' }],
  settings: { theme: 'dark' },
  damaged: [{ key: '["phone",3]', problem: 'checksum', found: '{}' }],
};
const file = writeBackup(backup);

const typeOf = (text: string): string => {
  const parsed = parseBackup(text);
  return parsed.ok ? 'read' : parsed.problem.type;
};

/** A file with other fields and the checksum that belongs to them. */
function rewritten(changes: Readonly<Record<string, unknown>>): string {
  const { checksum: _, ...fields } = { ...JSON.parse(file), ...changes };
  return JSON.stringify({ ...fields, checksum: checksumOf(fields) });
}

describe('writeBackup and parseBackup', () => {
  test('parseBackup(writeBackup(b)) = b', () => {
    expect(parseBackup(file)).toEqual({ ok: true, value: backup });
    fc.assert(
      fc.property(someHistory, fc.jsonValue(), (history, settings) => {
        fc.pre(!/"(__proto__|constructor|prototype)"/.test(JSON.stringify(settings)));
        const one = { ...backup, events: inOrder(history), settings: JSON.parse(JSON.stringify(settings)) };
        expect(parseBackup(writeBackup(one))).toEqual({ ok: true, value: one });
      }),
      { numRuns: 30 },
    );
  });

  test('a backup without settings has none', () => {
    const { settings: _, ...rest } = backup;
    expect(parseBackup(writeBackup(rest))).toEqual({ ok: true, value: rest });
  });

  test('a file cut anywhere is refused', () => {
    for (let length = 0; length < file.length; length += 1) {
      expect(['truncated', 'not-json'], `${length} characters`).toContain(typeOf(file.slice(0, length)));
    }
    expect(typeOf(file.slice(0, -40))).toBe('truncated');
  });

  test('a file with one changed character is refused, wherever it is', () => {
    for (let index = 0; index < file.length; index += 1) {
      const changed = file.slice(0, index) + (file[index] === '5' ? '6' : '5') + file.slice(index + 1);
      expect(typeOf(changed), `character ${index}`).not.toBe('read');
    }
  });

  test.each([
    ['not JSON', 'hello', 'not-json'],
    ['empty', '', 'not-json'],
    ['another format', JSON.stringify({ format: 'other', v: 1 }), 'wrong-format'],
    ['a list', '[]', 'wrong-format'],
    ['without a version', rewritten({ v: '1' }), 'wrong-format'],
    ['of a newer version', rewritten({ v: 2 }), 'newer-version'],
    ['without events', rewritten({ events: undefined }), 'damaged'],
    ['with events that are no list', rewritten({ events: {} }), 'damaged'],
    ['with an event that is none', rewritten({ events: [{ v: 1 }] }), 'damaged-event'],
    ['larger than the limit', 'x'.repeat(backupLimitBytes + 1), 'too-large'],
  ])('a file %s is refused', (_, text, type) => {
    expect(typeOf(text)).toBe(type);
  });

  test('a damaged event among sound ones refuses the whole file, and says which one', () => {
    const [first, second] = backup.events;
    const events = [first, { ...second, tookMs: 1, seq: 9 }];
    expect(parseBackup(rewritten({ events }))).toEqual({
      ok: false,
      problem: { type: 'damaged-event', position: 1, problem: { type: 'checksum' } },
    });
  });

  test('an event twice is one event; two copies of a device may stand in one file', () => {
    const twice = parseBackup(rewritten({ events: [...backup.events, ...backup.events] }));
    expect(twice).toEqual({ ok: true, value: backup });
    const twin = logOf('phone', [review({ marks: 0.5 })]);
    const events = [...backup.events, ...twin];
    expect(parseBackup(rewritten({ events }))).toEqual({ ok: true, value: { ...backup, events } });
  });

  test.each(['__proto__', 'constructor', 'prototype'])('the key %s is refused at any depth', (key) => {
    const text = file.replace('"theme":', `"deep":[{"${key}":{"polluted":true}}],"theme":`);
    expect(parseBackup(text)).toEqual({ ok: false, problem: { type: 'hostile', what: 'key' } });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test.each([40, 100_000])('nesting %i deep is refused', (depth) => {
    const nested = '['.repeat(depth) + ']'.repeat(depth);
    const text = file.replace('"theme":', `"deep":${nested},"theme":`);
    expect(parseBackup(text)).toEqual({ ok: false, problem: { type: 'hostile', what: 'depth' } });
  });

  test('a short text that would make millions of values is too large', () => {
    expect(parseBackup(`[${','.repeat(mostValues)}`)).toEqual({
      ok: false,
      problem: { type: 'too-large' },
    });
  });

  test.each(['newer-version', 'shape', 'checksum', 'unreadable'] as const)(
    'a row that was damaged by %s is told again',
    (problem) => {
      const one = { ...backup, damaged: [{ key: '7', problem, found: '' }] };
      expect(parseBackup(writeBackup(one))).toEqual({ ok: true, value: one });
    },
  );

  test("a row that says more than is read of it is read, and the file's checksum is of all it says", () => {
    const [first, second] = backup.events;
    const events = [first, { ...second, colour: 'red' }];
    expect(parseBackup(rewritten({ events }))).toEqual({ ok: true, value: backup });
    expect(typeOf(rewritten({ events }).replace('"red"', '"rot"'))).toBe('damaged');
  });

  test('a field that this program does not know is in the checksum too', () => {
    for (const name of ['aa', 'zz', '7']) {
      const text = rewritten({ [name]: { b: 1, a: 'é' } });
      expect(parseBackup(text)).toEqual({ ok: true, value: backup });
      expect(typeOf(text.replace('"b":1', '"b":2'))).toBe('damaged');
    }
  });

  test('a long file is read as it was written, is what others would sum up, and tells how far it is', () => {
    const events = logOf(
      'phone',
      Array.from({ length: 2001 }, (_, position) => review({ position })),
    );
    const text = writeBackup({ ...backup, events });
    const told: (readonly [number, number])[] = [];
    const read = parseBackup(text, (verified, of) => told.push([verified, of]));
    expect(read).toEqual({ ok: true, value: { ...backup, events } });
    expect(told).toEqual([
      [0, 2001],
      [1000, 2001],
      [2000, 2001],
    ]);
    const { checksum, ...fields } = JSON.parse(text);
    expect(checksum).toBe(checksumOf(fields));
  });

  test('of a damaged file with a damaged event the file is told', () => {
    const [, second] = backup.events;
    const text = rewritten({ events: [{ v: 1 }, second, { v: 7 }] });
    expect(parseBackup(text)).toEqual({
      ok: false,
      problem: { type: 'damaged-event', position: 0, problem: { type: 'shape' } },
    });
    expect(typeOf(text.replace('"theme":"dark"', '"theme":"dork"'))).toBe('damaged');
  });

  test('says in its first words what it is', () => {
    expect(file.slice(0, 41)).toBe('{"format":"harmattan-backup","v":1,"expor');
    expect(typeOf(rewritten({ damaged: [{ key: '7', problem: 'rust', found: '' }] }))).toBe('damaged');
  });
});

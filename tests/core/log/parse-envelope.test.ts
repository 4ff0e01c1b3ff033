import { describe, expect, test } from 'vitest';
import { checksumOf } from '#core/log/checksum.ts';
import type { DeviceId, Envelope } from '#core/log/envelope.ts';
import { parseEnvelope } from '#core/log/parse-envelope.ts';
import { hashOf, sealed } from '#core/log/seal.ts';

const entry = sealed(
  'told',
  { fact: 'a' },
  {
    deviceId: 'phone' as DeviceId,
    seq: 1,
    previousHlc: undefined,
    wallUtcMs: 1_795_487_400_000,
    tzOffsetMin: 60,
    tz: 'UTC',
  },
);

/** An entry that says something else, with the sum of what it says. */
function resealed(changes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { checksum: _, ...fields } = { ...entry, ...changes };
  return { ...fields, checksum: hashOf(fields) };
}

/** The same as version 1 of the format had it. */
function ofVersion1(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const { checksum: _, prev: __, ...fields } = { ...entry, v: 1, ...changes };
  return { ...fields, checksum: checksumOf(fields) };
}

const problemOf = (raw: unknown): unknown => {
  const parsed = parseEnvelope(raw);
  return parsed.ok ? undefined : parsed.problem;
};

describe('parseEnvelope', () => {
  test('reads what was written, in both versions, and leaves other fields behind', () => {
    expect(parseEnvelope({ ...entry, more: 1 })).toEqual({ ok: true, value: entry });
    const old = ofVersion1();
    expect(parseEnvelope(old)).toEqual({ ok: true, value: old });
    expect(problemOf({ ...old, v: 2 })).toEqual({ type: 'shape' });
  });

  test.each([3, 99])('tells an entry of a newer program: version %i', (v) => {
    expect(problemOf({ ...entry, v })).toEqual({ type: 'newer-version', v });
    expect(problemOf({ v })).toEqual({ type: 'newer-version', v });
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'entry'],
    ['a list', [3]],
    ['a list with a version', Object.assign([], { v: 3 })],
    ['a version in words', { ...entry, v: '3' }],
    ['version 0', { ...entry, v: 0 }],
    ['no version', { ...entry, v: undefined }],
  ])('takes %s for no entry', (_, raw) => {
    expect(problemOf(raw)).toEqual({ type: 'shape' });
  });

  const id = 'a'.repeat(64);
  const hex = '0123456789abcdef'.repeat(2);
  test.each<[keyof Envelope, readonly unknown[], readonly unknown[]]>([
    ['deviceId', [id, 'a-b_9'], [`${id}a`, '', 'a b', ' a', 'a:', 'é', 7]],
    ['type', [id, 'of-tomorrow', 'a.b_c'], [`${id}a`, '', 'a b', ' a', 'a/', 7]],
    [
      'prev',
      ['', hex, hex.slice(0, 8)],
      [hex.slice(1), `${hex}0`, hex.slice(0, 7), hex.toUpperCase(), 'x', 7],
    ],
    ['seq', [1, 7], [0, -1, 1.5, '1']],
    ['hlc', [entry.hlc], ['yesterday', `${entry.hlc}0`, `0${entry.hlc}`, 7, [entry.hlc]]],
    ['wallUtcMs', [0, -8.64e15, 8.64e15, 0.5], [8.65e15, -8.65e15, Number.NaN, '0']],
    ['tzOffsetMin', [-1440, 1440], [1441, -1441, '0']],
    ['tz', ['', 'Africa/Niamey'], [7, null]],
    ['dayKey', [0, -5], [0.5, '0']],
    ['payload', [null, 0, '', []], [undefined]],
  ])('takes %s as it can be, and nothing else', (field, right, wrong) => {
    for (const value of right) expect(problemOf(resealed({ [field]: value })), String(value)).toBeUndefined();
    for (const value of wrong)
      expect(problemOf(resealed({ [field]: value })), String(value)).toEqual({ type: 'shape' });
  });

  test('takes a checksum of the length of its version only', () => {
    for (const checksum of ['', '0', hex.slice(1), `${hex}0`, ` ${hex}`, 'g'.repeat(32), 7])
      expect(problemOf({ ...entry, checksum }), String(checksum)).toEqual({ type: 'shape' });
    for (const checksum of ['', '0', '0123456', '012345678', ' 01234567', 'ghijklmn', hex])
      expect(problemOf({ ...ofVersion1(), checksum }), checksum).toEqual({ type: 'shape' });
  });

  test('takes nothing that was changed', () => {
    expect(problemOf({ ...entry, tz: 'CET' })).toEqual({ type: 'checksum' });
    expect(problemOf({ ...entry, checksum: hex })).toEqual({ type: 'checksum' });
    expect(problemOf({ ...ofVersion1(), tz: 'CET' })).toEqual({ type: 'checksum' });
  });
});

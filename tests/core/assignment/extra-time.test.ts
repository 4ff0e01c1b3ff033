import { describe, expect, test } from 'vitest';
import { defaultSettings, noLimit, studentOf } from '#core/assignment/assignment.ts';
import { encodeAssignment, decodeAssignment } from '#core/assignment/assignment-code.ts';
import { readerOf } from '#core/assignment/bytes.ts';
import { bodyOf, checked, codeVersion } from '#core/assignment/code.ts';
import {
  endOfTime,
  extraTimeBytes,
  extraTimeFor,
  readExtraTime,
  tagOf,
} from '#core/assignment/extra-time.ts';
import { harbourBase } from '../topic.ts';
import { packOf, plainAssignment } from './samples.ts';

const base = harbourBase();
const plain = plainAssignment(base);
const [ada, ben] = [tagOf(plain, studentOf('Ada')), tagOf(plain, studentOf('Ben'))];

describe('endOfTime()', () => {
  const limited = { settings: { ...defaultSettings, timeLimitMin: 20 } };
  const minute = 60_000;
  test.each([
    [0, 20 * minute],
    [25, 25 * minute],
    [50, 30 * minute],
    [100, 40 * minute],
    [250, 70 * minute],
    [noLimit, undefined],
  ])('with %i percent more time is %s', (extendedBy, end) => {
    expect(endOfTime(limited, { startedUtcMs: 0, extendedBy })).toBe(end);
  });

  test('is never where there is no limit', () => {
    expect(endOfTime({ settings: defaultSettings }, { startedUtcMs: 5, extendedBy: 0 })).toBeUndefined();
  });
});

describe('extra time', () => {
  const given = { ...plain, extraTime: [{ student: ada, percent: 50 }] };

  test('is for one student, however the name is typed, and not for others', () => {
    expect(['Ada', ' ADA ', 'áda', 'Ben'].map((name) => extraTimeFor(given, studentOf(name)))).toEqual([50, 50, 50, 0]); // prettier-ignore
    expect(extraTimeFor(plain, studentOf('Ada'))).toBe(0);
  });

  test('has another tag in another quiz', () => {
    expect(tagOf({ ...plain, seed: plain.seed + 1 }, studentOf('Ada'))).not.toBe(ada);
  });

  test('makes a code of version 2; apps that know version 1 only are told, all others go on as they were', () => {
    const versions = [plain, given].map((one) => bodyOf(encodeAssignment(one, base.topic)));
    expect(versions.map((read) => read.ok && read.value.version)).toEqual([1, 2]);
    const code = encodeAssignment(given, base.topic);
    const newer = checked('assignment', Uint8Array.from(code.subarray(0, -4), (byte, at) => (at === 0 ? byte + 16 * (codeVersion - 1) : byte))); // prettier-ignore
    expect(bodyOf(newer)).toEqual({
      ok: false,
      problem: { type: 'newer-version', version: codeVersion + 1 },
    });
  });

  test.each([
    ['nobody', []],
    ['the same student twice', [{ student: ada, percent: 25 }, { student: ada, percent: 50 }]],
    ['nothing', [{ student: ben, percent: 0 }]],
  ])('for %s is refused', (_, extraTime) => {
    expect(readExtraTime(readerOf(extraTimeBytes(extraTime)))).toBeUndefined();
    const code = encodeAssignment({ ...plain, extraTime }, base.topic);
    expect(decodeAssignment(code, packOf(base), base.topic)).toEqual({ ok: false, problem: { type: 'shape' } });
  }); // prettier-ignore
});

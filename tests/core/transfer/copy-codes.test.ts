import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { varint } from '#core/assignment/bytes.ts';
import { codeOf } from '#core/assignment/code.ts';
import { copyCodes, mostCopyBytes, seeCopyCode } from '#core/transfer/copy-codes.ts';
import type { SeenDrops } from '#core/transfer/drop-codes.ts';

const copyOf = (length: number, seed = 1): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => (at * 31 + seed * 17 + (at >> 8)) % 256);

/** Shows codes to a reader until the copy is there. */
function seenFrom(copy: Uint8Array, numbers: Iterable<number>, from?: SeenDrops) {
  let seen = from;
  for (const number of numbers) {
    const code = copyCodes(copy)?.code(number) ?? new Uint8Array(0);
    const read = seeCopyCode(seen, code);
    if (!read.ok) return read;
    if (read.value.type === 'whole') return read.value;
    ({ seen } = read.value);
  }
  return seen;
}

const numbers = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, at) => from + at);

describe('a copy as codes', () => {
  test('comes back byte for byte, whatever its length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(50), (length, from) => {
        const copy = copyOf(length);
        expect(seenFrom(copy, numbers(from, from + 60))).toEqual({ type: 'whole', bytes: copy });
      }),
      { numRuns: 40 },
    );
  });

  test('says how many codes are here and how many it takes', () => {
    const copy = copyOf(4000);
    expect(copyCodes(copy)?.needed).toBe(10);
    expect(seenFrom(copy, [3, 4, 4, 3])).toMatchObject({ have: 2, needed: 10 });
  });

  test('codes of another copy begin anew', () => {
    const [first, second] = [copyOf(1200), copyOf(1200, 2)];
    const seen = seenFrom(first, [0, 1]) as SeenDrops;
    expect(seen.have).toBe(2);
    expect(seenFrom(second, [0], seen)).toMatchObject({ have: 1, needed: 3 });
    expect(seenFrom(second, [0, 1, 2], seen)).toEqual({ type: 'whole', bytes: second });
  });

  test('codes of the same name but another length begin anew', () => {
    const code = (bytes: number, number: number): Uint8Array =>
      codeOf('copy', [1, 2, 3, 4], varint(bytes), [0, 0, number], new Uint8Array(400));
    const first = seeCopyCode(undefined, code(900, 0));
    const seen = first.ok && first.value.type === 'partial' ? first.value.seen : undefined;
    expect(seen).toMatchObject({ have: 1, needed: 3 });
    expect(seeCopyCode(seen, code(900, 1))).toMatchObject({ value: { seen: { have: 2, needed: 3 } } });
    expect(seeCopyCode(seen, code(1300, 1))).toMatchObject({ value: { seen: { have: 1, needed: 4 } } });
  });

  test('is read up to the largest', () => {
    expect(seenFrom(copyOf(mostCopyBytes), [0])).toMatchObject({ have: 1, needed: 120 });
  });

  test('is refused where it is too large, or empty', () => {
    expect(copyCodes(new Uint8Array(mostCopyBytes + 1))).toBeUndefined();
    expect(copyCodes(new Uint8Array(0))).toBeUndefined();
    expect(copyCodes(copyOf(mostCopyBytes))?.needed).toBe(120);
  });

  test('goes on after the last number of all', () => {
    const codes = copyCodes(copyOf(900));
    expect(codes?.code(1e6)).toEqual(codes?.code(0));
  });

  test('a code is as long as a QR code of version 13 holds', () => {
    expect(copyCodes(copyOf(mostCopyBytes))?.code(999_999).length).toBeLessThanOrEqual(424);
  });
});

describe('what is no code of a copy', () => {
  const body = (length: number, drop: number): Uint8Array =>
    codeOf('copy', [1, 2, 3, 4], [length], [0, 0, 0], new Uint8Array(drop));

  test.each([
    ['of another kind', codeOf('frame', [1, 2, 3]), { type: 'other-kind', kind: 'frame' }],
    ['without a length', body(0, 400), { type: 'shape' }],
    ['with a part that is cut', body(100, 399), { type: 'shape' }],
    ['cut in its head', codeOf('copy', [1, 2, 3]), { type: 'shape' }],
    [
      'of a copy that is too large',
      codeOf('copy', [1, 2, 3, 4], [0x81, 0xf7, 0x02], [0, 0, 0], new Uint8Array(400)),
      { type: 'shape' },
    ],
    ['nothing', new Uint8Array(0), { type: 'not-a-code' }],
  ])('%s is refused', (_, code, problem) => {
    expect(seeCopyCode(undefined, code)).toEqual({ ok: false, problem });
  });

  test('parts that do not make what they are named for are refused', () => {
    expect(seeCopyCode(undefined, body(100, 400))).toEqual({ ok: false, problem: { type: 'checksum' } });
  });

  test('one changed byte is refused', () => {
    const code = copyCodes(copyOf(500))?.code(0) ?? new Uint8Array(0);
    fc.assert(
      fc.property(fc.nat(code.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Uint8Array.from(code);
        changed[at] = (changed[at] ?? 0) ^ by;
        expect(seeCopyCode(undefined, changed).ok).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

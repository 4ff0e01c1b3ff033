import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { varint } from '#core/assignment/bytes.ts';
import { checked, codeOf, headed, mostCodeBytes } from '#core/assignment/code.ts';
import { sha256OfBytes } from '#core/log/sha256.ts';
import { framesOf, gather, longestStill } from '#core/transfer/frames.ts';
import type { Gathered, Seen } from '#core/transfer/frames.ts';
import { seededRandom, shuffle } from '#core/item/random.ts';

const codeOfLength = (length: number, seed = 1): Uint8Array<ArrayBuffer> =>
  codeOf(
    'result',
    Uint8Array.from({ length: length - 5 }, (_, at) => (at * 31 + seed * 17 + (at >> 8)) % 256),
  );

/** Shows frames to a reader, for as long as the code is not whole. */
function seenFrom(frames: Iterable<Uint8Array<ArrayBuffer>>): Seen | undefined {
  let gathered: Gathered | undefined;
  let last: Seen | undefined;
  for (const frame of frames) {
    const read = gather(gathered, frame);
    if (!read.ok) throw new RangeError(read.problem.type);
    last = read.value;
    if (last.type === 'whole') return last;
    ({ gathered } = last);
  }
  return last;
}

function* shown(code: Uint8Array<ArrayBuffer>, from: number, isMissed: (number: number) => boolean) {
  for (let number = from; number < from + 400; number += 1)
    if (!isMissed(number)) yield framesOf(code).code(number);
}

/** As earlier versions showed a code: one part in each frame. */
function partsOf(code: Uint8Array<ArrayBuffer>): readonly Uint8Array<ArrayBuffer>[] {
  const total = Math.ceil(code.length / 200);
  return Array.from({ length: total }, (_, index) =>
    codeOf(
      'frame',
      sha256OfBytes(code).subarray(0, 3),
      varint(index),
      varint(total),
      code.subarray(index * 200, (index + 1) * 200),
    ),
  );
}

describe('frames', () => {
  test('of a code that fits one QR code are the code itself', () => {
    const code = codeOfLength(longestStill);
    const frames = framesOf(code);
    expect([frames.needed, frames.code(0), frames.code(7)]).toEqual([1, code, code]);
    expect(seenFrom([code])).toEqual({ type: 'whole', code });
  });

  test('of a longer one give it back whenever one begins to look, and whatever is missed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 321, max: 3000 }), fc.nat(300), fc.nat(), (length, from, seed) => {
        const random = seededRandom(`missed ${seed}`);
        const code = codeOfLength(length, seed % 250);
        expect(seenFrom(shown(code, from, () => random() < 0.5))).toEqual({ type: 'whole', code });
      }),
      { seed: 7, numRuns: 30 },
    );
  });

  test('each fit a QR code of version 9, also of the longest code', () => {
    const frames = framesOf(codeOfLength(mostCodeBytes));
    expect(frames.needed).toBe(41);
    expect(frames.code(999_999).length).toBeLessThanOrEqual(215);
  });

  test('say how many are here, and those of another code begin anew', () => {
    const [one, other] = [codeOfLength(900), codeOfLength(900, 2)].map(framesOf);
    const seen = one && other && seenFrom([one.code(0), one.code(3), one.code(3), other.code(1)]);
    expect(seen).toMatchObject({ type: 'partial', gathered: { have: 1, needed: 5 } });
    expect(one && seenFrom([one.code(0), one.code(3), one.code(3)])).toMatchObject({
      gathered: { have: 2, needed: 5 },
    });
  });

  test('of earlier versions are read in any order', () => {
    const code = codeOfLength(1100);
    const parts = partsOf(code);
    expect(parts).toHaveLength(6);
    expect(seenFrom(shuffle([...parts, ...parts], seededRandom('order')))).toEqual({ type: 'whole', code });
    expect(seenFrom(parts.slice(2))).toMatchObject({ type: 'partial', gathered: { have: 4, needed: 6 } });
    const other = framesOf(codeOfLength(900)).code(0);
    expect(seenFrom([...parts.slice(1), other])).toMatchObject({ gathered: { have: 1, needed: 5 } });
  });

  test('of earlier versions are read up to the longest code', () => {
    const code = codeOfLength(mostCodeBytes);
    expect(seenFrom(partsOf(code))).toEqual({ type: 'whole', code });
  });

  test('of earlier versions with the same name but another number begin anew', () => {
    const frame = (index: number, needed: number): Uint8Array<ArrayBuffer> =>
      codeOf('frame', [1, 2, 3], varint(index), varint(needed), new Uint8Array(200));
    expect(seenFrom([frame(0, 3), frame(1, 3)])).toMatchObject({ gathered: { have: 2, needed: 3 } });
    expect(seenFrom([frame(0, 3), frame(1, 4)])).toMatchObject({ gathered: { have: 1, needed: 4 } });
  });

  test.each([
    ['of too many parts', codeOf('frame', [1, 2, 3], [0], varint(500), [1])],
    ['of a version that has none', checked('frame', headed('frame', Uint8Array.of(1, 2, 3, 0, 1, 1), 2))],
    ['beyond their number', codeOf('frame', [1, 2, 3], [2], [2], [1])],
    ['cut in its head', codeOf('drop', [1, 2])],
    ['with a part that is cut', codeOf('drop', [1, 2, 3, 4], varint(900), [0, 0, 0], new Uint8Array(199))],
    [
      'of a code that is too long',
      codeOf('drop', [1, 2, 3, 4], varint(9000), [0, 0, 0], new Uint8Array(200)),
    ],
  ])('a frame %s is refused', (_, frame) => {
    expect(gather(undefined, frame)).toEqual({ ok: false, problem: { type: 'shape' } });
  });

  test('parts that do not make what they are named for are refused', () => {
    const parts = partsOf(codeOfLength(500)).map((_, index) =>
      codeOf('frame', [1, 2, 3], varint(index), varint(3), new Uint8Array(200)),
    );
    expect(() => seenFrom(parts)).toThrow('checksum');
  });
});

test('gather() refuses what is no code', () => {
  expect(gather(undefined, Uint8Array.of(1, 2, 3)).ok).toBe(false);
  expect(gather(undefined, new Uint8Array()).ok).toBe(false);
});

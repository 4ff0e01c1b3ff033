import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readZstd } from '#core/file/zstd-read.ts';
import { randomInt, seededRandom } from '#core/item/random.ts';

const file = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(`tests/core/file/zstd/${name}`));
const words = file('words.txt');
const most = 1_000_000;

/** Packed by the program of its authors, version 1.5. */
const packed = {
  'words-fast.zst': words,
  'words-usual.zst': words,
  'words-best.zst': words,
  'nocheck.zst': words.slice(0, 300),
  'run.zst': new Uint8Array(300_000).fill(97),
};

describe('readZstd()', () => {
  test.each(Object.entries(packed))('unpacks %s', (name, expected) => {
    expect(Buffer.from(readZstd(file(name), most) ?? []).equals(expected)).toBe(true);
  });

  test('reads frame after frame, and skips those that are to be skipped', () => {
    const skipped = [0x51, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3];
    const frames = Uint8Array.from([...skipped, ...file('nocheck.zst'), ...file('words-usual.zst')]);
    expect(readZstd(frames, most)).toEqual(Uint8Array.from([...words.slice(0, 300), ...words]));
  });

  test('gives no more than it may', () => {
    expect(readZstd(file('run.zst'), 299_999)).toBeUndefined();
    expect(readZstd(file('run.zst'), 300_000)).toHaveLength(300_000);
  });

  test('never throws, nor hangs, nor gives too much, whatever was changed or cut off', () => {
    const random = seededRandom('zstd');
    const sound = Object.keys(packed).map(file);
    for (let turn = 0; turn < 400; turn += 1) {
      const bytes = (sound[turn % sound.length] ?? words).slice();
      for (let change = 0; change < 3; change += 1)
        bytes[randomInt(bytes.length, random)] = randomInt(256, random);
      const cut = bytes.subarray(0, turn % 3 === 0 ? randomInt(bytes.length, random) : bytes.length);
      expect(readZstd(cut, 50_000)?.length ?? 0).toBeLessThanOrEqual(50_000);
    }
  });
});

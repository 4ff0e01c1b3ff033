import { describe, expect, test } from 'vitest';
import { randomInt, seededRandom } from '#core/item/random.ts';
import type { Random } from '#core/item/random.ts';
import { drawCode, drawLink, pathOf } from '#lib/qr/draw.ts';
import { readQr } from '#lib/qr/read.ts';
import { digitsOf } from '#core/assignment/lettering.ts';
import { cameraFrame, somePose } from './camera-frame.ts';

const someBytes = (length: number, random: Random): Uint8Array =>
  Uint8Array.from({ length }, () => randomInt(256, random));

describe('drawCode()', () => {
  test.each([
    ['a reference assignment', 64, 4],
    ['a sealed result of 20 items', 255, 10],
    ['the longest still code', 320, 11],
  ])('draws %s of %i bytes with version %i', (what, length, version) => {
    const code = drawCode(someBytes(length, seededRandom(what)));
    process.stdout.write(`QR code of ${what}, ${length} bytes: version ${code.version}\n`);
    expect(code.version).toBe(version);
    expect(code.rows).toHaveLength(17 + 4 * version);
  });

  test('draws a link to a reference assignment with version 4 for any address of up to 40 letters', () => {
    const code = drawLink('https://harmattan.school.example/take/', someBytes(29, seededRandom('link')));
    process.stdout.write(`QR code of a link with 29 bytes: version ${code.version}\n`);
    expect(code.version).toBeLessThanOrEqual(4);
  });
});

describe('readQr()', () => {
  test('reads what was drawn, both as digits and as a link', () => {
    const bytes = someBytes(29, seededRandom('both'));
    const pose = { edge: 560, degrees: 0, blur: 0, noise: 0, dark: 0, light: 255 };
    const seen = (code: Parameters<typeof cameraFrame>[0]) =>
      readQr(cameraFrame(code, pose, seededRandom('clean')));
    expect(seen(drawCode(bytes).rows)).toBe(digitsOf(bytes));
    expect(seen(drawLink('https://school.example/take/', bytes).rows)).toBe(
      `https://school.example/take/#${digitsOf(bytes)}`,
    );
  });

  test('reads at least 19 of 20 camera frames: turned, blurred and noisy', () => {
    const random = seededRandom('frames');
    const read = Array.from({ length: 20 }, (_, place) => {
      const bytes = someBytes([29, 64, 159, 255][place % 4] ?? 29, random);
      const frame = cameraFrame(drawCode(bytes).rows, somePose(random), random);
      return readQr(frame) === digitsOf(bytes);
    });
    expect(read.filter(Boolean).length).toBeGreaterThanOrEqual(19);
  });

  test('finds nothing where there is nothing', () => {
    expect(readQr({ width: 40, height: 40, data: new Uint8ClampedArray(6400).fill(255) })).toBeUndefined();
  });
});

describe('pathOf()', () => {
  test('covers as many modules as are black', () => {
    const code = drawCode(Uint8Array.from([1, 2, 3]));
    const lengths = [...pathOf(code).matchAll(/h(\d+)v/g)].map((match) => Number(match[1]));
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(code.rows.flat().filter(Boolean).length);
  });
});

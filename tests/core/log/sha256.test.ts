import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '#core/log/sha256.ts';

describe('sha256', () => {
  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('sha256(%j) is as in FIPS 180-4', (text, hash) => {
    expect(sha256(text)).toBe(hash);
  });

  test('sha256() is what others compute, at every length around a block', () => {
    for (let length = 0; length < 200; length += 1) {
      const text = 'é'.repeat(length % 7) + 'x'.repeat(length);
      expect(sha256(text), `${length}`).toBe(createHash('sha256').update(text).digest('hex'));
    }
  });

  test('sha256() is what others compute of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
      }),
    );
  });
});

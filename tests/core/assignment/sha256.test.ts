import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hexOf, textOfUtf8, utf8Of } from '#core/assignment/bytes.ts';
import { hmac, sha256 } from '#core/assignment/sha256.ts';

describe('sha256()', () => {
  // NIST's examples (FIPS 180-4, "abc" and two blocks).
  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('gives the published hash of "%s"', (text, hash) => {
    expect(hexOf(sha256(utf8Of(text)))).toBe(hash);
  });

  test('agrees with another implementation, and so does hmac()', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 90 }), (message, key) => {
        expect(hexOf(sha256(message))).toBe(createHash('sha256').update(message).digest('hex'));
        expect(hexOf(hmac(key, message))).toBe(createHmac('sha256', key).update(message).digest('hex'));
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe('utf8Of()', () => {
  test('agrees with another implementation and is read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = utf8Of(text);
        expect(hexOf(bytes)).toBe(hexOf(new TextEncoder().encode(text)));
        expect(textOfUtf8(bytes)).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
      }),
      { seed: 7 },
    );
  });

  test('textOfUtf8() refuses what is no text', () => {
    for (const bytes of [[0xff], [0xc0, 0x80], [0xe2, 0x82], [0x80], [0xf8, 0x88, 0x80, 0x80, 0x80]])
      expect(textOfUtf8(Uint8Array.from(bytes))).toBeUndefined();
  });
});

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256, sha256OfBytes } from '#core/log/sha256.ts';

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

  test('sha256() takes characters of every length, and half ones, as UTF-8 would write them', () => {
    const text = 'a\u007f\u0080\u07ff\u0800\uffff\u{10000}\u{10ffff}';
    expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
    for (const short of ['\u0080', 'a\u0080', '\u00e9'])
      expect(sha256(short)).toBe(createHash('sha256').update(short).digest('hex'));
    // Half a character cannot be written by others: its 16 bits in three bytes.
    const half = Buffer.from([0xed, 0xa0, 0x80, 0x61]);
    expect(sha256('\ud800a')).toBe(createHash('sha256').update(half).digest('hex'));
    expect(sha256('a\udc00')).toBe(
      createHash('sha256')
        .update(Buffer.from([0x61, 0xed, 0xb0, 0x80]))
        .digest('hex'),
    );
    expect(sha256('\udc00\ud800')).toBe(
      createHash('sha256')
        .update(Buffer.from([0xed, 0xb0, 0x80, 0xed, 0xa0, 0x80]))
        .digest('hex'),
    );
  });

  test('sha256() gives as many words as asked for, and one text after another as if alone', () => {
    for (const text of ['x'.repeat(100), 'y', 'x'.repeat(100)])
      for (let words = 0; words <= 8; words += 1)
        expect(sha256(text, words)).toBe(
          createHash('sha256')
            .update(text)
            .digest('hex')
            .slice(0, 8 * words),
        );
  });

  test('sha256OfBytes() takes bytes that are a part of others', () => {
    const bytes = Uint8Array.from({ length: 300 }, (_, at) => at).subarray(7, 207);
    expect(Buffer.from(sha256OfBytes(bytes)).toString('hex')).toBe(
      createHash('sha256').update(bytes).digest('hex'),
    );
  });

  test('sha256OfBytes() takes any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(Buffer.from(sha256OfBytes(bytes)).toString('hex')).toBe(
          createHash('sha256').update(bytes).digest('hex'),
        );
      }),
    );
  });

  test('sha256() is what others compute of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
      }),
    );
  });
});

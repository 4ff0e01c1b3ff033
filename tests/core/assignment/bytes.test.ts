import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hexOf, textOfUtf8 } from '#core/assignment/bytes.ts';
import { hmac } from '#core/assignment/hmac.ts';
import { utf8Of } from '#core/log/utf8.ts';

describe('hmac()', () => {
  test('agrees with another implementation', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 90 }), (message, key) => {
        expect(hexOf(hmac(key, message))).toBe(createHmac('sha256', key).update(message).digest('hex'));
      }),
      { seed: 7 },
    );
  });
});

describe('textOfUtf8()', () => {
  test('gives every text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(textOfUtf8(utf8Of(text))).toBe(text);
      }),
      { seed: 7 },
    );
    expect(textOfUtf8(utf8Of('a\ud800b'))).toBe('a\ud800b');
  });

  test('refuses what is no text', () => {
    for (const bytes of [[0xff], [0xc0, 0x80], [0xe2, 0x82], [0x80], [0xf8, 0x88, 0x80, 0x80, 0x80]])
      expect(textOfUtf8(Uint8Array.from(bytes))).toBeUndefined();
  });
});

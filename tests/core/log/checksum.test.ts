import { crc32 as referenceCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, checksumOf, crc32 } from '#core/log/checksum.ts';

describe('crc32', () => {
  // The check value of the catalogue of CRC algorithms (CRC-32/ISO-HDLC), and values published with implementations.
  test.each([
    ['', 0x00000000],
    ['a', 0xe8b7be43],
    ['abc', 0x352441c2],
    ['123456789', 0xcbf43926],
    ['The quick brown fox jumps over the lazy dog', 0x414fa339],
  ])('crc32(%j) is the published value', (text, expected) => {
    expect(crc32(text)).toBe(expected);
  });

  test('crc32() reads text as UTF-8, as zlib does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(crc32(text)).toBe(referenceCrc32(text));
      }),
    );
  });
});

describe('canonicalJson', () => {
  test('canonicalJson() sorts keys as RFC 8785 section 3.2.3 shows', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6'];
    const written = canonicalJson(Object.fromEntries(keys.map((key) => [key, key])));
    expect(Object.values(JSON.parse(written))).toHaveLength(7);
    expect(written.match(/"([^"]+)":/g)?.map((key) => JSON.parse(key.slice(0, -1)))).toEqual([
      '\r',
      '1',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\u{1f600}',
      '\ufb33',
    ]);
  });

  test('canonicalJson() is JSON of the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('canonicalJson() does not depend on the order of fields, nor on fields that are undefined', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: 0.5, z: undefined })).toBe(
      canonicalJson({ a: 0.5, b: [1, { c: 'x', d: null }] }),
    );
  });
});

test('checksumOf() has 8 hex digits, also when the first are 0', () => {
  expect(checksumOf('')).toMatch(/^[0-9a-f]{8}$/);
  const padded = Array.from({ length: 200 }, (_, index) => checksumOf(index)).filter((sum) =>
    sum.startsWith('0'),
  );
  expect(padded.length).toBeGreaterThan(0);
  expect(padded.every((sum) => sum.length === 8)).toBe(true);
});

import { crc32 as referenceCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, checksumOf, crc32, hex8 } from '#core/log/checksum.ts';

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

test('crc32() of a text in parts is that of the whole, wherever it is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (parts) => {
      const sum = parts.reduce<number | undefined>((before, part) => crc32(part, before), undefined);
      expect(sum ?? 0).toBe(crc32(parts.join('')));
    }),
  );
});

test('hex8() writes 32 bits as 8 digits, whatever their sign', () => {
  expect([0, 1, -1, 0x01020304, 0xfedcba98].map(hex8)).toEqual([
    '00000000',
    '00000001',
    'ffffffff',
    '01020304',
    'fedcba98',
  ]);
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

  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'null'],
    ['nothing in a list', [undefined, 1], '[null,1]'],
    [
      'numbers as names, of which JavaScript makes an order of its own',
      { b: 1, 10: 2, 9: 3 },
      '{"10":2,"9":3,"b":1}',
    ],
    ['nothing but such numbers', { 10: 2, 9: 3 }, '{"10":2,"9":3}'],
    ['such numbers beside other things', [{ a: 1 }, { 10: 2, 9: 3 }], '[{"a":1},{"10":2,"9":3}]'],
    ['such numbers far within', { a: [{ 2: 'é', 10: undefined }] }, '{"a":[{"2":"é"}]}'],
    ['lists and nothing beside such numbers', { 2: [undefined, 'x'], 1: null }, '{"1":null,"2":[null,"x"]}'],
    ['the name of the prototype', JSON.parse('{"b":1,"__proto__":{"c":2}}'), '{"__proto__":{"c":2},"b":1}'],
    ['a name that begins like it', { __proto: 1, __proto__x: 2 }, '{"__proto":1,"__proto__x":2}'],
  ])('canonicalJson() writes %s', (_, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test('canonicalJson() writes names in the order of their code units, whatever they are', () => {
    const name = fc.oneof(fc.integer().map(String), fc.string(), fc.constantFrom('__proto__', 'a', 'b'));
    fc.assert(
      fc.property(fc.uniqueArray(name), fc.boolean(), (names, isWithin) => {
        const value = Object.fromEntries(names.map((key) => [key, 1]));
        const fields = names.sort().map((key) => `${JSON.stringify(key)}:1`);
        const text = `{${fields.join(',')}}`;
        expect(canonicalJson(isWithin ? [value] : value)).toBe(isWithin ? `[${text}]` : text);
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

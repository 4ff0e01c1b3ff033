import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readerOf, unzigzag, varint, zigzag } from '#core/assignment/bytes.ts';
import { bytesOfText, codeOf } from '#core/assignment/code.ts';
import {
  base64urlOf,
  bytesOfBase64url,
  bytesOfCrockford,
  bytesOfDigits,
  crockfordOf,
  digitsOf,
} from '#core/assignment/lettering.ts';

const someBytes = fc.uint8Array({ minLength: 1, maxLength: 300 });

describe('the letterings of a code', () => {
  test.each([
    ['base64url', base64urlOf, bytesOfBase64url],
    ['Crockford', crockfordOf, bytesOfCrockford],
    ['digits', digitsOf, bytesOfDigits],
  ])('%s gives every sequence of bytes back', (_name, write, read) => {
    fc.assert(
      fc.property(someBytes, (bytes) => {
        expect([...(read(write(bytes)) ?? [])]).toEqual([...bytes]);
      }),
      { seed: 3 },
    );
  });

  test('base64url is that of RFC 4648', () => {
    fc.assert(
      fc.property(someBytes, (bytes) => {
        expect(base64urlOf(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      }),
      { seed: 3 },
    );
  });

  test('Crockford forgives small letters, gaps, and letters that look like digits', () => {
    const bytes = Uint8Array.from([0, 17, 34, 200, 1]);
    const typed = crockfordOf(bytes);
    const sloppy = typed.replaceAll('-', ' ').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
    expect([...(bytesOfCrockford(sloppy) ?? [])]).toEqual([...bytes]);
  });

  test('a code is found in a link, in digits, in typed letters, and in none of them elsewhere', () => {
    const code = codeOf('result', [1, 2, 3, 4, 5]);
    for (const text of [
      `https://school.example/assignment/#${base64urlOf(code)}`,
      base64urlOf(code),
      ` ${digitsOf(code)}\n`,
      crockfordOf(code),
      crockfordOf(code).replaceAll('-', ''),
    ]) {
      const read = bytesOfText(text);
      expect(read.ok && [...read.value]).toEqual([...code]);
    }
    expect(bytesOfText('https://school.example/#')).toEqual({ ok: false, problem: { type: 'empty' } });
    expect(bytesOfText('hello, world!')).toEqual({ ok: false, problem: { type: 'not-a-code' } });
    expect(bytesOfText('A'.repeat(30_000))).toEqual({ ok: false, problem: { type: 'too-long' } });
  });

  test('digits that are too many are refused before they are a number', () => {
    expect(bytesOfDigits('1'.repeat(7090))).toBeUndefined();
  });
});

describe('varint()', () => {
  test('is read back, and so is zigzag()', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 49 - 1 }), fc.integer(), (whole, signed) => {
        expect(readerOf(Uint8Array.from(varint(whole))).varint()).toBe(whole);
        expect(unzigzag(zigzag(signed))).toBe(signed);
      }),
      { seed: 3 },
    );
    expect(() => varint(2 ** 49)).toThrow(RangeError);
    expect(() => varint(-1)).toThrow(RangeError);
  });

  test('a reader that was asked for too much is not sound any more', () => {
    const reader = readerOf(Uint8Array.from([0xff]));
    reader.varint();
    expect(reader.sound()).toBe(false);
  });
});

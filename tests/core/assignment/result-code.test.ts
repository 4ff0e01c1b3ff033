import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readerOf } from '#core/assignment/bytes.ts';
import { hexOf } from '#core/assignment/bytes.ts';
import { readResponse, responseBytes } from '#core/assignment/response-bytes.ts';
import { decodeResult, decodeSealed, encodeResult, encodeSealed } from '#core/assignment/result-code.ts';
import { studentOf } from '#core/assignment/assignment.ts';
import type { AssignmentId, Result } from '#core/assignment/assignment.ts';
import type { SessionId } from '#core/review/event.ts';
import type { Response } from '#core/review/response.ts';
import { someKey, someResponse, someResult } from './samples.ts';

const device = someKey('e', 5);
const signature = new Uint8Array(64).fill(6);

describe('responseBytes()', () => {
  test('gives every response back', () => {
    fc.assert(
      fc.property(someResponse, (response) => {
        const reader = readerOf(Uint8Array.from(responseBytes(response)));
        expect(readResponse(reader)).toEqual(response);
        expect([reader.rest(), reader.sound()]).toEqual([0, true]);
      }),
      { seed: 5, numRuns: 1000 },
    );
  });

  test('writes a choice as one byte', () => {
    expect(responseBytes({ type: 'choice', option: 'c' })).toHaveLength(1);
    expect(responseBytes({ type: 'choice', option: 'true' })).toHaveLength(1);
    expect(responseBytes({ type: 'choice', option: 'false', repair: 'b' })).toHaveLength(2);
  });
});

describe('encodeResult()', () => {
  test('gives every result back', () => {
    fc.assert(
      fc.property(someResult, (result) => {
        const read = decodeResult(encodeResult(result, device, signature));
        expect(read.ok && read.value.result).toEqual(result);
        expect(read.ok && read.value.device).toBe(device);
        expect(read.ok && hexOf(read.value.signature)).toBe(hexOf(signature));
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  test('keeps the bytes of version 1 for ever', () => {
    expect(hexOf(encodeResult(twenty, device, signature))).toBe(golden);
  });

  test('of 20 items fits a QR code of version 11, plain and sealed', () => {
    const plain = encodeResult(twenty, device, signature).length;
    // What sealing adds: a letter, the other key, and AES-GCM's tag.
    const sealed = encodeSealed(twenty.assignment, new Uint8Array(plain + 1 + 32 + 16 - 13)).length;
    process.stdout.write(`result of 20 items: plain ${plain} bytes, sealed ${sealed} bytes\n`);
    expect(plain).toBeLessThanOrEqual(240);
    expect(sealed).toBeLessThanOrEqual(320);
  });

  test('decodeSealed() gives back which assignment, and the box', () => {
    const box = Uint8Array.from([1, 2, 3]);
    const read = decodeSealed(encodeSealed(twenty.assignment, box));
    expect(read.ok && [read.value.assignment, hexOf(read.value.box)]).toEqual([twenty.assignment, '010203']);
  });
});

/** Twelve choices, three judgements with repair, three typed answers, an order and a match. */
const answers: readonly Response[] = [
  ...Array.from({ length: 12 }, (_, at): Response => ({ type: 'choice', option: 'abcd'[at % 4] ?? 'a' })),
  { type: 'choice', option: 'true' },
  { type: 'choice', option: 'false', repair: 'a' },
  { type: 'choice', option: 'false', repair: 'c' },
  { type: 'text', text: 'Abdourahamane Tchiani' },
  { type: 'text', text: 'Niamey' },
  { type: 'text', text: '26 July 2023' },
  { type: 'order', order: ['3', '1', '2', '4'] },
  {
    type: 'match',
    pairs: [
      { tile: '1', target: 'b' },
      { tile: '2', target: 'a' },
      { tile: '3', target: 'c' },
    ],
  },
];

const twenty: Result = {
  assignment: '0123456789abcdef' as AssignmentId,
  id: 'fedcba9876543210' as SessionId,
  student: studentOf('17'),
  startedUtcMs: Date.UTC(2026, 10, 25, 8),
  finishedUtcMs: Date.UTC(2026, 10, 25, 8, 20),
  extendedBy: 0,
  answers: answers.map((response) => ({ response, certainty: 2 })),
};

const golden =
  '130123456789abcdeffedcba98765432100231378091d7ba10b0090029101112131011121310111213a12000200240154162646f75726168616d616e652054636869616e6940064e69616d6579400c3236204a756c792032303233630301020473112032aaaaaaaaaa65050505050505050505050505050505050505050505050505050505050505050506060606060606060606060606060606060606060606060606060606060606060606060606060606060606060606060606060606060606060606060606060606b8a19412';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostParts, responseShape } from '#core/review/parse-response.ts';

const megabyte = 'a'.repeat(1_000_000);
const many = (length: number): readonly string[] => Array.from({ length }, (_, index) => String(index));

describe('responseShape()', () => {
  test.each([
    { type: 'choice', option: 'a' },
    { type: 'choice', option: 'false', repair: 'b' },
    { type: 'multiple', options: ['a', 'c'] },
    { type: 'text', text: '\u202eBazoum \u{1f1f3}\u{1f1ea}\u0000' },
    { type: 'number', value: -1.5 },
    { type: 'order', order: many(mostParts) },
    { type: 'match', pairs: [{ tile: '1', target: 'a' }] },
    { type: 'date', iso: '2023-07-26' },
    { type: 'number', value: Number.MAX_VALUE },
    { type: 'number', value: -Number.MAX_VALUE },
    ...['again', 'hard', 'good', 'easy'].map((rating) => ({ type: 'reveal', rating })),
    { type: 'pass' },
  ])('reads %j', (response) => expect(responseShape(response)).toEqual(response));

  test.each<[string, unknown]>([
    ['no mapping', null],
    ...['choice', 'multiple', 'text', 'number', 'order', 'match', 'date', 'reveal'].map(
      (type): [string, unknown] => [`a ${type} that says nothing`, { type }],
    ),
    ['a rating that is none', { type: 'reveal', rating: 'great' }],
    ['another type', { type: 'shout', text: 'x' }],
    ['a text of a megabyte', { type: 'text', text: megabyte }],
    ['an option of a megabyte', { type: 'choice', option: megabyte }],
    ['a repair of a megabyte', { type: 'choice', option: 'a', repair: megabyte }],
    ['an option among several of a megabyte', { type: 'multiple', options: ['a', megabyte] }],
    ['too many options', { type: 'multiple', options: many(mostParts + 1) }],
    ['too long an order', { type: 'order', order: many(1_000_000) }],
    ['too many pairs', { type: 'match', pairs: many(100_000).map((tile) => ({ tile, target: 'a' })) }],
    ['a pair without target', { type: 'match', pairs: [{ tile: '1' }] }],
    ['a date of a megabyte', { type: 'date', iso: megabyte }],
    ['a number that is none', { type: 'number', value: Number.NaN }],
    ['an endless number', { type: 'number', value: Number.POSITIVE_INFINITY }],
    ['options that are no list', { type: 'multiple', options: 'abc' }],
    ['options that are no texts', { type: 'multiple', options: [1, 2] }],
    ['a list with a length of its own', { type: 'order', order: { length: 3, 0: '1' } }],
  ])('refuses %s', (_, raw) => expect(responseShape(raw)).toBeUndefined());

  test('refuses or reads whatever it is given, never with an exception', () => {
    const types = ['choice', 'multiple', 'text', 'number', 'order', 'match', 'date', 'reveal', 'pass'];
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), fc.constantFrom(...types), (raw, type) => {
        const filled = {
          type,
          option: raw,
          options: raw,
          text: raw,
          value: raw,
          order: raw,
          pairs: raw,
          iso: raw,
        };
        for (const candidate of [raw, filled]) {
          const read = responseShape(candidate);
          expect(read === undefined || types.includes(read.type)).toBe(true);
        }
      }),
    );
  });
});

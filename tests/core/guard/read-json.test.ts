import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostValues, readJson } from '#core/guard/read-json.ts';

const told = (text: string, depth = 32): unknown => {
  const read = readJson(text, depth);
  return read.ok ? 'read' : read.problem;
};

describe('readJson()', () => {
  test('reads what any program writes, as it is', () => {
    const json = fc.jsonValue().map((value) => JSON.stringify(value));
    fc.assert(
      fc.property(json, (text) => {
        fc.pre(!/"(?:__proto__|constructor|prototype)"/.test(text));
        expect(readJson(text, 100)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });

  const depth = { type: 'hostile', what: 'depth' };
  const key = { type: 'hostile', what: 'key' };
  const unreadable = { type: 'unreadable', as: 'json' };
  const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

  test.each([
    ['32 levels', nested(32), 'read'],
    ['33 levels', nested(33), depth],
    ['33 levels of mappings', `${'{"a":'.repeat(33)}1${'}'.repeat(33)}`, depth],
    ['a million levels, never closed', '['.repeat(1_000_000), depth],
    ['brackets in a text', JSON.stringify({ a: '['.repeat(99) }), 'read'],
    ['brackets after an escaped quotation mark', JSON.stringify([`"${'{'.repeat(99)}`, '\\']), 'read'],
    ['many lists beside each other', `[${'[],'.repeat(999)}[]]`, 'read'],
    ['many mappings beside each other', `[${'{},'.repeat(999)}{}]`, 'read'],
    ['__proto__', '{"a":[{"__proto__":{"admin":true}}]}', key],
    ['an escaped __proto__', '{"\\u005f_proto__":1}', key],
    ['constructor', '{"constructor":{"prototype":1}}', key],
    ['prototype', '[{"prototype":1}]', key],
    ['such a word as a text', '["__proto__"]', 'read'],
    ['a file that is cut', '{"a":[1,', { type: 'truncated' }],
    ['a file cut in a text', '[ "a', { type: 'truncated' }],
    ['a file cut after a list in it', '[[1],', { type: 'truncated' }],
    ['a cut file that begins with a line break', '\n{"a":', { type: 'truncated' }],
    ['a mistake in a file that ends', '[1,,2]\n', unreadable],
    ['words before a list', 'hello [1', unreadable],
    ['no JSON', 'hello', unreadable],
    ['nothing', '', unreadable],
    ['more than one value', '{} {}', unreadable],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test.each([
    ['as many values as may be', '[1,[],{"a":2}]', 'read'],
    ['one list more', '[1,[],{"a":2},[]]', { type: 'too-large', what: 'values' }],
    ['one mapping more', '[1,{},{"a":2},1]', { type: 'too-large', what: 'values' }],
    ['commas in a text', '[",,,,,,,,,[[[["]', 'read'],
  ])('of at most five values: %s', (_, text, expected) => {
    const read = readJson(text, 32, 5);
    expect(read.ok ? 'read' : read.problem).toEqual(expected);
  });

  test('a file of a few megabytes that would make millions of lists is refused before they are made', () => {
    expect(told(`[${'[],'.repeat(mostValues / 2)}[]]`)).toEqual({ type: 'too-large', what: 'values' });
  });

  test('no mutant of a file gets a prototype in', () => {
    const file = JSON.stringify({ a: [1, { b: 'x', c: null }], __p: 'proto' });
    const put = fc.constantFrom('"__proto__":', '"constructor":', '[', '{', '"', '\\');
    fc.assert(
      fc.property(fc.nat(file.length), fc.nat(5), put, (at, gone, sign) => {
        const read = readJson(file.slice(0, at) + sign + file.slice(at + gone), 32);
        expect(read.ok && hasPrototypeKey(read.value)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

/** By the text of its JSON, so by another way than the guard's. */
const hasPrototypeKey = (value: unknown): boolean =>
  /"(?:__proto__|constructor|prototype)":/.test(JSON.stringify(value));

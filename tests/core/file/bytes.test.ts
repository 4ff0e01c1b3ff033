import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { readTable, tableOf, unarmed } from '#core/file/csv.ts';
import { sha1Of } from '#core/file/sha1.ts';
import { textOf, utf8Of } from '#core/file/utf8.ts';
import { zipOf } from '#core/file/zip-write.ts';

const bytes = fc.uint8Array({ maxLength: 300 });
const text = fc.string({ unit: 'binary', maxLength: 60 });

describe('textOf()', () => {
  test('reads any bytes as a browser does', () => {
    fc.assert(
      fc.property(bytes, (any) => {
        const isMarked = (any[0] === 0xff && any[1] === 0xfe) || (any[0] === 0xfe && any[1] === 0xff);
        if (!isMarked && !textOf(any).includes('\uFFFD'))
          expect(textOf(any)).toBe(new TextDecoder().decode(any));
      }),
    );
  });

  test('is the way back from utf8Of()', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(textOf(utf8Of(any))).toBe(any.replace(/^\uFEFF/, ''));
      }),
    );
    const long = 'Zürich 🇳🇪 '.repeat(5000);
    expect(textOf(utf8Of(long))).toBe(long);
  });

  test('reads UTF-16 with its mark', () => {
    expect(textOf(Uint8Array.from([0xff, 0xfe, ...Buffer.from('Agadès', 'utf16le')]))).toBe('Agadès');
  });
});

test('sha1Of() agrees with another implementation at every length', () => {
  fc.assert(
    fc.property(bytes, (any) => {
      expect(sha1Of(any)).toBe(createHash('sha1').update(any).digest('hex'));
    }),
  );
});

test('zipOf() is read back by another program, names and all', () => {
  const files = fc.dictionary(
    fc.string({ minLength: 1, unit: 'grapheme' }).filter((name) => name !== '__proto__'),
    bytes,
  );
  fc.assert(
    fc.property(files, (any) => {
      const entries = Object.entries(any).map(([name, own]) => ({ name, bytes: own }));
      expect(Object.entries(unzipSync(zipOf(entries))).map(([name, own]) => [name, [...own]])).toEqual(
        entries.map(({ name, bytes: own }) => [name, [...own]]),
      );
    }),
    { numRuns: 50 },
  );
});

describe('tableOf()', () => {
  const rows = fc.array(fc.array(fc.string({ maxLength: 12 }), { minLength: 2, maxLength: 4 }), {
    minLength: 1,
  });

  test('is read back by another program and by readTable()', () => {
    fc.assert(
      fc.property(rows, (any) => {
        const csv = tableOf(any);
        expect(parse(csv, { record_delimiter: '\r\n', relax_column_count: true })).toEqual(any);
        expect(readTable(csv, ',')).toEqual(any);
      }),
    );
  });

  test.each(['=1', '+1', '-1', '@a', '\t=1', '\r=1'])('unarmed() puts an apostrophe before %j', (cell) => {
    expect(unarmed(cell)).toBe(`'${cell}`);
  });
});

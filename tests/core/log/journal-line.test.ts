import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc32 } from '#core/log/checksum.ts';
import { journalLine, readJournal } from '#core/log/journal-line.ts';

const someRows = fc.array(fc.dictionary(fc.string(), fc.string({ unit: 'binary' })), { maxLength: 6 });
const rowsOf = (text: string) => readJournal(text).contents;

describe('journalLine and readJournal', () => {
  test('readJournal(journalLine(a) + ...) = a ...', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const text = rows.map((row) => journalLine(row)).join('');
        expect(readJournal(text)).toEqual({ contents: rows, damaged: [], torn: 0 });
        expect(text).toMatch(/^[\x20-\x7e\n]*$/);
      }),
    );
  });

  test('a journal cut anywhere gives every whole line and nothing else', () => {
    const lines = [{ a: 'é' }, { b: [1, 2] }, { c: 'x\n' }].map((row) => journalLine(row));
    const text = lines.join('');
    for (let length = 0; length <= text.length; length += 1) {
      const { contents, damaged, torn } = readJournal(text.slice(0, length));
      const ends = lines.map((_, index) => lines.slice(0, index + 1).join('').length);
      expect(contents).toHaveLength(ends.filter((end) => end <= length).length);
      expect(damaged).toEqual([]);
      expect(torn).toBe(length - Math.max(0, ...ends.filter((end) => end <= length)));
    }
  });

  test('a changed character costs at most its line and the next, and is never taken for content', () => {
    const rows = [{ a: 'one' }, { b: 'two' }, { c: 'three' }];
    const text = rows.map((row) => journalLine(row)).join('');
    for (let index = 0; index < text.length; index += 1) {
      for (const character of ['0', '\n', ' ', '"', 'é']) {
        if (text[index] === character) continue;
        const found = rowsOf(text.slice(0, index) + character + text.slice(index + 1));
        expect(rows, `character ${index}`).toEqual(expect.arrayContaining([...found]));
        expect(found.length).toBeGreaterThanOrEqual(1);
      }
    }
  });

  test.each(['', '\n', '5 hello 00000000\n', '4 null c7a7e6a7\n', 'x'.repeat(1000)])(
    '%j holds nothing',
    (text) => {
      expect(rowsOf(text)).toEqual([]);
    },
  );

  test('a line that is not what its checksum says is damage', () => {
    expect(readJournal('4 null 00000000\n{"a":1}').damaged).toEqual(['4 null 00000000']);
  });

  test.each<[string, (line: string) => string]>([
    ['with something before it', (line) => `x${line}`],
    ['with something after it', (line) => `${line} x`],
    ['with another length', (line) => line.replace(/^\d+/, '99')],
    ['without a length', (line) => line.replace(/^\d+ /, '')],
  ])('a line %s is damage', (_, change) => {
    const line = change(journalLine({ a: 'one' }).trimEnd());
    expect(readJournal(`${line}\n`)).toEqual({ contents: [], damaged: [line], torn: 0 });
  });

  test('a line is ASCII, whatever it says', () => {
    expect(journalLine({ a: 'é\u{1f600}\u0080' })).toContain('{"a":"\\u00e9\\ud83d\\ude00\\u0080"}');
  });

  test('a line whose checksum fits but that is no JSON, or no object, is damage', () => {
    // CRC-32 of "[1]" and of "{no".
    expect(readJournal(journalLine([1])).damaged).toHaveLength(1);
    expect(readJournal(`3 {no ${crcOf('{no')}\n`).damaged).toHaveLength(1);
  });
});

const crcOf = (text: string): string => crc32(text).toString(16).padStart(8, '0');

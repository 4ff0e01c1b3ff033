import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/main.ts';
import { sample } from './content/sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'harmattan-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const exported = (format: string): string => {
  const out = join(folder, `quiz.${format}`);
  run(['export', '--topic', 'mali', '--format', format, '--count', '2', '--out', out], sample);
  return out;
};

describe('import', () => {
  test.each(['gift', 'moodle-xml', 'qti21', 'qti3', 'apkg', 'tsv', 'quizlet'])(
    'reads what export wrote as %s, an item a line',
    (format) => {
      const { exit, lines } = run(['import', '--format', format, exported(format), '--json'], sample);
      expect(exit).toBe(0);
      expect(lines.map((line) => JSON.parse(line))).toEqual([
        expect.objectContaining({ stem: expect.any(String), source: null }),
        expect.objectContaining({ stem: expect.any(String), source: null }),
      ]);
    },
  );

  test('tells the format from the name of the file, and shows what is right', () => {
    const file = fileWith('cities.gift', 'Capital of Mali? {=Bamako ~Kati}\n\nDraw it {\n}\n');
    const { lines } = run(['import', file], sample);
    expect(lines.join('\n')).toContain('1 items, 1 passed over');
    expect(lines.join('\n')).toContain('* Bamako');
    expect(lines.at(-1)).toBe('passed over: Draw it (nothing says what is right)');
  });

  test('reads archives that are compressed', () => {
    const files = unzipSync(readFileSync(exported('apkg')));
    const { exit, lines } = run(['import', '--format', 'apkg', fileWith('x.apkg', zipSync(files))], sample);
    expect(exit).toBe(0);
    expect(lines[0]).toContain('2 items, 0 passed over');
  });

  test.each([
    [['--format', 'apkg', fileWith('a.apkg', 'no archive')], 1, 'It is no archive, or it is damaged'],
    [
      ['--format', 'apkg', fileWith('b.apkg', zipSync({ 'collection.anki21b': new Uint8Array(9) }))],
      1,
      'Support older',
    ],
    [['--format', 'qti3', fileWith('c.zip', zipSync({ '../x': new Uint8Array(9) }))], 1, 'made to do harm'],
    [
      ['--format', 'qti3', fileWith('d.zip', zipSync({ x: new Uint8Array(9e6) }))],
      1,
      'larger than any honest file',
    ],
    [['--format', 'aiken', fileWith('e.txt', 'Stem\nA) One\nB) Two\nmore\n')], 1, 'from line 4 on'],
    [['--format', 'kahoot', fileWith('f.txt', '')], 2, 'Write after --format one of gift, moodle-xml'],
    [['--format', 'gift', join(folder, 'missing')], 2, 'Cannot read'],
    [['--format', 'gift'], 2, 'Write the file to read'],
  ])('says in one sentence what is wrong with %j', (args, code, sentence) => {
    const { exit, lines, complaint } = run(['import', ...args], sample);
    expect({ exit, lines }).toEqual({ exit: code, lines: [] });
    expect(complaint).toContain(sentence);
  });
});

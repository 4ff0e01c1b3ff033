import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/main.ts';
import { formatIds } from '#core/export/format.ts';
import { sample } from './content/sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'harmattan-'));
afterAll(() => rmSync(folder, { recursive: true }));

const exported = (format: string, name: string, ...more: readonly string[]) => {
  const out = join(folder, name);
  const args = ['export', '--topic', 'mali', '--format', format, '--count', '2', '--seed', '4', '--out', out];
  return { out, ...run([...args, ...more], sample) };
};

describe('export', () => {
  test.each(formatIds)('writes the same file of %s twice, and says what is lost', (format) => {
    const first = exported(format, 'first', '--json');
    const second = exported(format, 'second');
    expect([first.exit, second.exit]).toEqual([0, 0]);
    expect(readFileSync(first.out)).toEqual(readFileSync(second.out));
    expect(JSON.parse(first.lines[0] ?? '')).toMatchObject({ format, asked: 2 });
    expect(second.lines[0]).toMatch(/2 items as \d+, \d+ bytes$/);
  });

  test.each([
    [['export', '--out', 'x'], 'Write after --format one of moodle-xml, gift'],
    [['export', '--format', 'gift'], 'Write the file to make after --out'],
    [['export', '--format', 'csv', '--out', 'x'], 'Write after --format one of moodle-xml, gift'],
    [['export', '--format', 'doc'], 'There is no format "doc"; the formats are moodle-xml, gift'],
    [
      ['export', '--topic', 'mali', '--count', '1', '--format', 'gift', '--out', '/no/such/x'],
      'Cannot write',
    ],
  ])('says in one sentence what is wrong with %j', (args, sentence) => {
    const { exit, complaint } = run(args, sample);
    expect(exit).toBe(2);
    expect(complaint).toContain(sentence);
  });
});

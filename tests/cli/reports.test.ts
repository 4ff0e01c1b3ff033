import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/main.ts';
import type { CardId, FactId } from '#core/fact/fact.ts';
import type { TopicId } from '#core/fact/topic.ts';
import type { Day } from '#core/memory/day.ts';
import type { Ban } from '#core/review/bans.ts';
import type { EventId } from '#core/review/event.ts';
import { writeReports } from '#core/review/reports.ts';
import { sample } from './content/sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'harmattan-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ban = (fact: string, note?: string): Ban => ({
  id: 'a:1' as EventId,
  day: 20_000 as Day,
  scope: 'fact',
  reason: 'wrong',
  ...(note !== undefined && { note }),
  topic: 'mali' as TopicId,
  topicVersion: '2026-01-01',
  fact: fact as FactId,
  card: `${fact}/object` as CardId,
  form: 'typed',
  seed: 1,
  generator: 3,
  face: 'x',
  stem: `Stem of ${fact}`,
});

const fileWith = (content: string): string => {
  const path = join(folder, 'reports.json');
  writeFileSync(path, content);
  return path;
};

describe('reports', () => {
  test('shows what the app wrote, fact by fact', () => {
    const { exit, lines } = run(
      ['reports', fileWith(writeReports([ban('b'), ban('a', 'It is the other one')]))],
      sample,
    );
    expect(exit).toBe(0);
    expect(lines.map((line) => line.split('\n')[0])).toEqual([
      'mali a: wrong (fact), 2024-10-04, content of 2026-01-01',
      'mali b: wrong (fact), 2024-10-04, content of 2026-01-01',
    ]);
    expect(lines[0]).toContain('"It is the other one"');
  });

  test.each(['{}', 'x', '{"format":"harmattan-reports","v":2,"reports":[]}', '[{"__proto__":{}}]'])(
    'refuses %j',
    (content) => {
      expect(run(['reports', fileWith(content)], sample)).toMatchObject({ exit: 1, lines: [] });
    },
  );
});

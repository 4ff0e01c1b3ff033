import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/main.ts';
import { parseReviewCsv } from '../../src/cli/review-csv.ts';
import { simulatedPractices, simulatedWeights } from '../core/memory/fit/simulated.ts';

const heading = 'card_id,review_time_ms,rating';
const dayMs = 86_400_000;
const grades = { again: 1, hard: 2, good: 3, easy: 4 } as const;

function fileOf(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'fit-')), 'log.csv');
  writeFileSync(file, text);
  return file;
}

const simulated = (count: number): string =>
  [
    heading,
    ...simulatedPractices(simulatedWeights(3), count, 3).map(
      ({ card, day, rating }, index) => `${card},${day * dayMs + 40_000_000 + index},${grades[rating]}`,
    ),
  ].join('\n');

describe('fit', () => {
  test('beats the default parameters on what it has not seen, and says so', () => {
    const { exit, lines } = run(['fit', fileOf(simulated(3000)), '--json'], 'content');
    expect(exit).toBe(0);
    const found = JSON.parse(lines[0] ?? '');
    expect(found).toMatchObject({ kind: 'trained', reviews: 3000 });
    expect(found.parameters).toHaveLength(21);
    expect(found.logLoss).toBeLessThan(found.default.logLoss);
    expect(found.auc).toBeGreaterThan(0.5);
    expect(found.heldOut.logLoss).toBeLessThan(found.heldOut.default.logLoss);
  });

  test('keeps the default parameters where there are too few answers', () => {
    const file = fileOf(`${heading}\na,1700000000000,3\na,1700090000000,3\n`);
    const { lines } = run(['fit', '--json', file], 'content');
    const found = JSON.parse(lines[0] ?? '');
    expect(found).toMatchObject({ kind: 'default', reviews: 2, predictions: 1, heldOut: null });
    expect(found.parameters).toEqual(found.default.parameters);
  });

  test('is readable without --json', () => {
    expect(run(['fit', fileOf(simulated(500))], 'content').lines.join('\n')).toMatch(
      /500 reviews, \d+ of them .*\nparameters .*\n(?:[\d.]+, ){20}[\d.]+\nall answers .*log loss 0\.\d{4} \(default 0\.\d{4}\), AUC/,
    );
  });

  test.each([
    ['no file', [], 2, 'Write the file to read'],
    ['a missing file', ['missing.csv'], 2, 'Cannot read "missing.csv"; write the path of a CSV file'],
    ['a folder', ['tests'], 2, 'Cannot read "tests"'],
    ['two files', ['a.csv', 'b.csv'], 2, '"b.csv" is one word too many'],
    ['an unknown option', ['a.csv', '--jsn'], 2, 'There is no option --jsn; write --json'],
  ])('says in one sentence what is wrong with %s', (_, args, exit, sentence) => {
    const outcome = run(['fit', ...args], 'content');
    expect(outcome).toMatchObject({ exit, lines: [] });
    expect(outcome.complaint).toContain(sentence);
    expect(outcome.complaint).not.toContain('\n');
  });

  test('names the file of a log that cannot be read', () => {
    const file = fileOf(`${heading}\na,1700000000000,7\n`);
    expect(run(['fit', file], 'content')).toEqual({
      exit: 1,
      lines: [],
      complaint: `${file}: line 2: "7" is no rating; write 1 again, 2 hard, 3 good or 4 easy`,
    });
  });
});

describe('parseReviewCsv()', () => {
  test('reads reviews in any order, once each, with other columns, quotes and line ends', () => {
    const text = `\uFEFFreview_time_ms,card_id,state,rating\r\n1700090000000,"a",2,3\r\n1700000000000,a,0,1\r\n1700090000000,a,2,3\r\n\r\n`;
    expect(parseReviewCsv(text)).toMatchObject({
      ok: true,
      value: [
        { card: 'a', rating: 'again' },
        { card: 'a', rating: 'good' },
      ],
    });
  });

  test.each([
    ['', 'line 1: card_id, review_time_ms, rating missing; write the heading card_id,review_time_ms,rating'],
    ['card_id,rating\na,1', 'line 1: review_time_ms missing'],
    [heading, 'there is no review'],
    [`${heading}\na,yesterday,3`, 'line 2: "yesterday" is no time; write milliseconds since 1970'],
    [`${heading}\na,-5,3`, 'line 2: "-5" is no time'],
    [`${heading}\na,99999999999999999999,3`, 'is no time'],
    [
      `${heading}\na,1700000000,3`,
      'line 2: "1700000000" is before 1990; write milliseconds since 1970, not seconds',
    ],
    [`${heading}\na,1700000000000,3\n,1700000000000,3`, 'line 3: there is no card_id'],
    [`${heading}\na,1700000000000`, 'line 2: "" is no rating'],
    [`${heading}\na,1700000000000,2.5`, 'line 2: "2.5" is no rating'],
  ])('says what is wrong with %j', (text, problem) => {
    const parsed = parseReviewCsv(text);
    expect(parsed.ok ? '' : parsed.problem).toContain(problem);
  });
});

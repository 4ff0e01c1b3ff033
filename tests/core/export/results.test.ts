import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '#core/assignment/assignment.ts';
import type { Assignment, AssignmentId, PackHash, Student } from '#core/assignment/assignment.ts';
import type { ClassResults, Row } from '#core/assignment/class-results.ts';
import { resultsCsv, resultsWorkbook } from '#core/export/results.ts';
import { textOf } from '#core/file/utf8.ts';
import type { Item } from '#core/item/item.ts';
import type { SessionId } from '#core/review/event.ts';
import type { Response } from '#core/review/response.ts';
import { grade } from '#core/review/grade.ts';
import { itemsIn, storyBase } from '../item/forms/story.ts';

const base = storyBase();
const items = [...itemsIn(base, 'single-choice').slice(0, 2), ...itemsIn(base, 'typed').slice(0, 1)];

const assignment: Assignment = {
  topic: base.topic.id,
  pack: '0'.repeat(16) as PackHash,
  packVersion: base.topic.version,
  generator: 1,
  seed: 1,
  content: { type: 'entries', entries: [] },
  mode: 'practice',
  settings: defaultSettings,
  title: 'Test',
};

/** Four beginnings that a spreadsheet would run, and one that it would not. */
const students = ['=1+1', '+41 7', '-Ada', '@Bo', 'Cé "C", D'];

const rowOf = (name: string, index: number): Row => {
  const cells = items.map((item, place) => {
    const response = place === index % items.length ? undefined : rightTo(item);
    const score = response ? grade(item, response) : { marks: 0, verdict: 'wrong' as const };
    return { item, ...(response && { response }), score, marks: score.marks };
  });
  return {
    student: name as Student,
    attempt: `${index}` as SessionId,
    number: 1,
    startedUtcMs: Date.UTC(2026, 10, 25, 8, 0),
    finishedUtcMs: Date.UTC(2026, 10, 25, 8, 7, 30),
    late: false,
    extendedBy: 25,
    cells,
    marks: cells.reduce((sum, { marks }) => sum + marks, 0),
    counts: true,
  };
};

const rightTo = (item: Item): Response =>
  item.interaction === 'choice'
    ? { type: 'choice', option: item.key }
    : { type: 'text', text: item.accepted[0] ?? '' };

const results: ClassResults = {
  id: '0'.repeat(16) as AssignmentId,
  assignment,
  columns: items.map(({ card, form, seed }) => ({ card, form, seed })),
  rows: students.map(rowOf),
  disputed: [],
  unmarked: [],
};

describe('resultsCsv()', () => {
  test('has a line for each answer, in words', () => {
    const [head, ...lines] = parse(textOf(resultsCsv(results, 'long')), { record_delimiter: '\r\n' });
    expect(head?.slice(4, 10)).toEqual(['item', 'form', 'stem', 'response', 'key', 'marks']);
    expect(lines).toHaveLength(students.length * items.length);
    const [first] = items;
    const right = first?.options.find(({ correct }) => correct)?.text;
    expect(lines[items.length]?.slice(4, 10)).toEqual(['1', 'single-choice', first?.stem, right, right, '1']);
  });

  test('has a line for each attempt, with marks where something was answered', () => {
    const [, ...lines] = parse(textOf(resultsCsv(results, 'wide')), { record_delimiter: '\r\n' });
    expect(lines.map((line) => line.slice(5))).toEqual([
      ['2026-11-25T08:07Z', '2', '3', '25', '', '1', '1'],
      ['2026-11-25T08:07Z', '2', '3', '25', '1', '', '1'],
      ['2026-11-25T08:07Z', '2', '3', '25', '1', '1', ''],
      ['2026-11-25T08:07Z', '2', '3', '25', '', '1', '1'],
      ['2026-11-25T08:07Z', '2', '3', '25', '1', '', '1'],
    ]);
  });

  test.each(['long', 'wide'] as const)('says UTF-8 and arms no formula (%s)', (shape) => {
    const bytes = resultsCsv(results, shape);
    expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    const cells = parse(textOf(bytes), { record_delimiter: '\r\n' }).flat();
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(cells).toEqual(expect.arrayContaining(["'=1+1", "'+41 7", "'-Ada", "'@Bo", 'Cé "C", D']));
  });
});

test('resultsWorkbook() holds both tables, names as they are, and no formula', async () => {
  const bytes = resultsWorkbook(results);
  const sheets = await readXlsxFile(Buffer.from(bytes));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Students', 'Answers']);
  expect(sheets[0]?.data.slice(1).map(([name, , , , , , marks]) => [name, marks])).toEqual(
    students.map((name) => [name, 2]),
  );
  expect(textOf(bytes)).not.toContain('<f>');
});

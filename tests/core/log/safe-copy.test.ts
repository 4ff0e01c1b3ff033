import { expect, test } from 'vitest';
import { isCopyDue } from '#core/log/safe-copy.ts';
import type { Day } from '#core/memory/day.ts';

const mark = (day: number, answers: number) => ({ day: day as Day, answers });
const today = 100 as Day;

test.each([
  ['nothing to lose', 0, [], false],
  ['the first answers', 19, [], false],
  ['twenty of them', 20, [], true],
  ['a copy of everything, however old', 20, [mark(0, 20)], false],
  ['one answer since, and a week', 21, [mark(93, 20)], true],
  ['one answer since, and six days', 21, [mark(94, 20)], false],
  ['99 answers since', 119, [mark(100, 20)], false],
  ['100 answers since', 120, [mark(100, 20)], true],
  ['put off today', 500, [mark(0, 20), mark(100, 500)], false],
  ['put off a week ago, and answers since', 501, [mark(0, 20), mark(93, 500)], true],
  ['a log that has become shorter', 5, [mark(0, 20)], false],
])('isCopyDue() with %s', (_, answers, marks, due) => {
  expect(isCopyDue(answers, marks, today)).toBe(due);
});

test('isCopyDue() asks from the first answer on where a browser deletes what is not installed', () => {
  expect(isCopyDue(1, [], today, 1)).toBe(true);
});

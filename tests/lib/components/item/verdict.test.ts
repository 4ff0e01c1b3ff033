import { expect, test } from 'vitest';
import type { Item, Option } from '#core/item/item.ts';
import { grade } from '#core/review/grade.ts';
import type { Response } from '#core/review/response.ts';
import { keyText, missing, responseText, toneOf, wrongChoices } from '#lib/components/item/verdict.ts';

const right = (id: string, text: string): Option => ({ id, text, correct: true });
const wrong = (id: string, text: string): Option => ({ id, text, correct: false });

/** "The storm was led by Ben", where Ada led it. */
const falseStatement = {
  form: 'true-false',
  interaction: 'choice',
  stem: 'The storm was led by Ben.',
  options: [wrong('true', 'True'), right('false', 'False')],
  repair: { wrong: 'Ben', options: [right('a', 'Ada'), wrong('b', 'Cleo')] },
  key: 'false',
} as unknown as Item;

const rows: readonly (readonly [Response, string, string, number])[] = [
  [{ type: 'choice', option: 'false', repair: 'a' }, 'right', 'False: Ada', 0],
  [{ type: 'choice', option: 'false', repair: 'b' }, 'almost', 'False: Cleo', 1],
  [{ type: 'choice', option: 'false' }, 'almost', 'False', 0],
  [{ type: 'choice', option: 'true' }, 'wrong', 'True', 1],
  [{ type: 'pass' }, 'passed', 'I don’t know', 0],
];

test.each(rows)('a reply %j is shown as %s, with the words %j', (response, tone, words, wrongOptions) => {
  const reply = { response, score: grade(falseStatement, response) };
  expect(toneOf(reply)).toBe(tone);
  expect(responseText(falseStatement, response)).toBe(words);
  expect(wrongChoices(falseStatement, response)).toHaveLength(wrongOptions);
});

test('keyText() of a false statement says what belongs there', () => {
  expect(keyText(falseStatement)).toBe('False: Ada');
});

test('missing() names the right words only where the reply was almost right', () => {
  const reply = (response: Response) => ({ response, score: grade(falseStatement, response) });
  expect(missing(falseStatement, reply({ type: 'choice', option: 'false' }))).toContain('Ada');
  expect(missing(falseStatement, reply({ type: 'choice', option: 'true' }))).toBe('');
});

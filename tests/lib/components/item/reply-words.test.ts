import { describe, expect, test } from 'vitest';
import type { Item, Option } from '#core/item/item.ts';
import { grade } from '#core/review/grade.ts';
import type { Response } from '#core/review/response.ts';
import { announcement } from '#lib/components/item/announcement.ts';
import { keyLines, missing, responseLines, wrongChoices } from '#lib/components/item/reply-words.ts';
import { toneOf } from '#lib/components/item/verdict.ts';

const right = (id: string, text: string): Option => ({ id, text, correct: true });
const wrong = (id: string, text: string): Option => ({
  id,
  text,
  correct: false,
  certificate: { law: 'C1', refutedBy: 'storm-leader' as never, text: `Not ${text}: Ada led it` },
});
const replyTo = (item: Item, response: Response) => ({ response, score: grade(item, response) });

/** "The storm was led by Ben", where Ada led it. */
const falseStatement = {
  form: 'true-false',
  cards: ['storm-leader/object'],
  interaction: 'choice',
  stem: 'The storm was led by Ben.',
  options: [wrong('true', 'True'), right('false', 'False')],
  repair: { wrong: 'Ben', options: [right('a', 'Ada'), wrong('b', 'Cleo')] },
  key: 'false',
  explanation: 'Ada led the storm.',
} as unknown as Item;

describe('a statement to judge', () => {
  const rows: readonly (readonly [Response, string, string, number])[] = [
    [{ type: 'choice', option: 'false', repair: 'a' }, 'right', 'False: Ada', 0],
    [{ type: 'choice', option: 'false', repair: 'b' }, 'almost', 'False: Cleo', 1],
    [{ type: 'choice', option: 'false' }, 'almost', 'False', 0],
    [{ type: 'choice', option: 'true' }, 'wrong', 'True', 1],
    [{ type: 'pass' }, 'passed', 'I don’t know', 0],
  ];

  test.each(rows)('a reply %j is shown as %s, with the words %j', (response, tone, words, wrongOptions) => {
    expect(toneOf(replyTo(falseStatement, response))).toBe(tone);
    expect(responseLines(falseStatement, response)).toEqual([words]);
    expect(wrongChoices(falseStatement, response)).toHaveLength(wrongOptions);
  });

  test('has a key that says what belongs there', () => {
    expect(keyLines(falseStatement)).toEqual(['False: Ada']);
  });

  test('names the right words only where the reply was almost right', () => {
    const words = (response: Response) => missing(falseStatement, replyTo(falseStatement, response));
    expect(words({ type: 'choice', option: 'false' })).toContain('Ada');
    expect(words({ type: 'choice', option: 'true' })).toBe('');
  });
});

const tile = (id: string, text: string) => ({ id, text, fact: 'f', card: `f/${id}`, truth: '' });
const arranged = (interaction: Item['interaction'], layout: unknown): Item =>
  ({
    form: 'single-choice',
    interaction,
    options: [],
    key: '',
    layout,
    explanation: 'It was so.',
  }) as unknown as Item;

const order = arranged('order', {
  type: 'order',
  tiles: [tile('1', 'later'), tile('2', 'first'), tile('3', 'last')],
  solution: ['2', '1', '3'],
});
const match = arranged('match', {
  type: 'match',
  shared: false,
  tiles: [tile('1', 'Ada'), tile('2', 'Ben')],
  targets: [
    { id: 'a', text: 'mayor' },
    { id: 'b', text: 'pilot' },
    { id: 'c', text: 'cook', certificate: { law: 'C1', refutedBy: 'f', text: 'Nobody was the cook' } },
  ],
  solution: { 1: 'b', 2: 'a' },
});
const date = arranged('date', {
  type: 'axis',
  start: '2023-07-01',
  end: '2023-08-31',
  precision: 'day',
  landmarks: [],
  right: ['2023-07-26', '2023-07-27'],
  toleranceDays: 4,
});
const several = {
  form: 'single-choice',
  interaction: 'multiple-choice',
  options: [right('a', 'Ada'), wrong('b', 'Ben'), right('c', 'Cleo'), wrong('d', 'Dan')],
  key: 'a c',
  explanation: 'Ada and Cleo did.',
} as unknown as Item;
const number = {
  form: 'single-choice',
  interaction: 'number',
  options: [],
  key: '1,500 ships',
  entry: { type: 'amount', amount: 1500, unit: 'ships', tolerance: 0 },
  explanation: 'There were 1,500 ships.',
} as unknown as Item;

test.each([
  ['order', order, ['first', 'later', 'last']],
  ['match', match, ['Ada: pilot', 'Ben: mayor']],
  ['date', date, ['26 July 2023 – 27 July 2023']],
  ['several', several, ['Ada', 'Cleo']],
  ['number', number, ['1,500 ships']],
] as const)('keyLines() of %s says all that is right', (_, item, lines) => {
  expect(keyLines(item)).toEqual(lines);
});

const replies: readonly (readonly [Item, Response, readonly string[], string])[] = [
  [order, { type: 'order', order: ['2', '3', '1'] }, ['first', 'last', 'later'], ''],
  [match, { type: 'match', pairs: [{ tile: '1', target: 'b' }] }, ['Ada: pilot'], '1 of 2 right'],
  [date, { type: 'date', iso: '2023-07-29' }, ['29 July 2023'], '2 days too late'],
  [date, { type: 'date', iso: '2023-07-25' }, ['25 July 2023'], '1 day too early'],
  [date, { type: 'date', iso: '2023-07-27' }, ['27 July 2023'], ''],
  [several, { type: 'multiple', options: ['a', 'b'] }, ['Ada', 'Ben'], '1 of 2 right'],
  [number, { type: 'number', value: 1200 }, ['1,200 ships'], ''],
];

test.each(replies)('%#: a response is told in words, with what is missing', (item, response, lines, hint) => {
  expect(responseLines(item, response)).toEqual(lines);
  expect(missing(item, replyTo(item, response))).toBe(hint);
});

test('wrongChoices() has every wrong choice with its certificate, and no right one', () => {
  const texts = (item: Item, response: Response) => wrongChoices(item, response).map(({ text }) => text);
  expect(texts(several, { type: 'multiple', options: ['a', 'b', 'd'] })).toEqual(['Ben', 'Dan']);
  const pairs = [
    { tile: '1', target: 'c' },
    { tile: '2', target: 'a' },
  ];
  expect(texts(match, { type: 'match', pairs })).toEqual(['cook']);
});

test('announcement() says what is true unless the learner was right', () => {
  expect(announcement(several, replyTo(several, { type: 'multiple', options: ['a', 'c'] }))).toBe('Right');
  const said = announcement(number, replyTo(number, { type: 'number', value: 3 }));
  expect(said).toContain('1,500 ships');
  expect(said).toContain('There were 1,500 ships.');
});

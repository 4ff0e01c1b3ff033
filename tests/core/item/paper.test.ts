import { describe, expect, test } from 'vitest';
import { itemsOf } from '#core/item/generate.ts';
import type { Interaction, Item, Option } from '#core/item/item.ts';
import type { Layout } from '#core/item/layout.ts';
import { paperOf } from '#core/item/paper.ts';
import { harbourBase } from '../topic.ts';

const items = itemsOf(harbourBase(), 1);
const [some] = items;
if (!some) throw new RangeError('Make the topic give an item');

const option = (id: string, text: string, correct: boolean): Option => ({ id, text, correct });
const tile = (id: string, text: string) => ({ id, text, fact: 'f', card: 'f/date', truth: '' }) as never;
const made = (interaction: Interaction, over: Partial<Item>): Item => {
  const { repair: _, layout: __, entry: ___, ...plain } = some;
  return { ...plain, interaction, options: [], stem: 'Which?', key: 'the key', ...over };
};
const order: Layout = {
  type: 'order',
  tiles: [tile('1', 'b'), tile('2', 'c'), tile('3', 'a')],
  solution: ['3', '1', '2'],
};
const match: Layout = {
  type: 'match',
  tiles: [tile('1', 'Ada'), tile('2', 'Ben')],
  targets: ['a', 'b', 'c'].map((id) => ({ id, text: `role ${id}` })),
  shared: false,
  solution: { 1: 'c', 2: 'a' },
};
const axis: Layout = {
  type: 'axis',
  start: '2023-07',
  end: '2024-06',
  precision: 'month',
  landmarks: [],
  right: ['2023-09-01', '2023-09-30'],
  toleranceDays: 60,
};
const options = [option('a', 'Mali', true), option('b', 'Chad', false), option('c', 'Niger', true)];

const rows: readonly (readonly [Interaction, Partial<Item>, object, readonly string[]])[] = [
  ['reveal', {}, { type: 'line', inStem: false }, ['the key']],
  ['text-entry', {}, { type: 'line', inStem: false }, ['the key']],
  ['text-entry', { stem: 'It was ____.' }, { type: 'line', inStem: true }, ['the key']],
  ['choice', { options: options.slice(0, 2) }, { type: 'options', count: 1 }, ['A  Mali']],
  ['multiple-choice', { options }, { type: 'options', count: 2 }, ['A  Mali', 'C  Niger']],
  ['point', { options: options.slice(1) }, { type: 'map' }, ['B  Niger']],
  [
    'number',
    { entry: { type: 'amount', amount: 3, tolerance: 0, unit: 'ships' } },
    { type: 'number', unit: 'ships' },
    ['the key'],
  ],
  ['order', { layout: order }, { type: 'order' }, ['C A B']],
  ['match', { layout: match }, { type: 'columns', shared: false }, ['1 C', '2 A']],
  ['date', { layout: axis }, { type: 'axis', axis }, ['the key']],
];

test.each(rows)(
  'paperOf() gives %s a way to be answered with a pen, and a key',
  (interaction, over, answer, key) => {
    const paper = paperOf(made(interaction, over));
    expect(paper.answer).toMatchObject(answer);
    expect(paper.key).toEqual(key);
  },
);

describe('paperOf() a statement to judge', () => {
  const judged = [option('true', 'True', false), option('false', 'False', true)];
  const repair = { wrong: 'Ben', options: [option('a', 'Ada', true), option('b', 'Cleo', false)] };
  const falsehood = made('choice', { options: judged, repair });
  const truth = made('choice', { options: judged.map((one) => ({ ...one, correct: !one.correct })) });

  test('looks the same whether it is true or false', () => {
    expect(paperOf(falsehood).answer).toEqual(paperOf(truth).answer);
  });

  test('has the right words in its key', () => {
    expect(paperOf(falsehood).key).toEqual(['False', 'Ada']);
    expect(paperOf(truth).key).toEqual(['True']);
  });
});

test('paperOf() never shows a key beside its question', () => {
  for (const item of items) {
    const { answer, key, citations } = paperOf(item);
    expect(key.length).toBeGreaterThan(0);
    expect(citations.length).toBeGreaterThan(0);
    expect(JSON.stringify(answer)).not.toMatch(/correct|certificate/);
  }
});

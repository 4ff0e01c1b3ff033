import { expect, test } from 'vitest';
import { defaultSettings } from '#core/assignment/assignment.ts';
import { doorOf } from '#core/assignment/door.ts';

const at = (utcMs: number) => ({ utcMs, tzOffsetMin: 60 });
const limited = { settings: { ...defaultSettings, attempts: 2 }, opens: at(100), due: at(200) };

test.each([
  ['before it opens', 0, 99, { type: 'early', opensUtcMs: 100 }],
  ['as it opens', 0, 100, { type: 'open' }],
  ['with an attempt left', 1, 150, { type: 'open' }],
  ['with none left', 2, 150, { type: 'used-up' }],
  ['with none left, before it opens', 2, 50, { type: 'used-up' }],
  ['as it is due', 1, 200, { type: 'open' }],
  ['when it is overdue', 1, 201, { type: 'open', lateSinceUtcMs: 200 }],
])('doorOf() %s', (_, used, now, door) => {
  expect(doorOf(limited, used, now)).toEqual(door);
});

test('doorOf() is always open where nothing is set', () => {
  expect(doorOf({ settings: defaultSettings }, 50, 5)).toEqual({ type: 'open' });
});

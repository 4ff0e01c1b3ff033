import { expect, test } from 'vitest';
import { isSafePath } from '#core/guard/entry-path.ts';

test.each([
  'a',
  'a/b.json',
  'media/Niaméy 1.png',
  '.hidden',
  'a..b',
  'folder/',
  '[Content_Types].xml',
  'a'.repeat(240),
])('isSafePath() takes "%s"', (path) => {
  expect(isSafePath(path)).toBe(true);
});

const hostile: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['a way up', '../a'],
  ['a way up within', 'a/../../b'],
  ['a way up at the end', 'a/..'],
  ['a way to itself', './a'],
  ['a root', '/etc/passwd'],
  ['a root alone', '/'],
  ['a folder without a name', 'a//b'],
  ['a back slash', 'a\\..\\b'],
  ['a drive', 'C:/a'],
  ['a NUL', 'a\u0000.png'],
  ['a line break', 'a\nb'],
  ['an extension read backwards', 'a\u202Egnp.exe'],
  ['too many characters', 'a'.repeat(241)],
];
test.each(hostile)('isSafePath() refuses %s', (_, path) => {
  expect(isSafePath(path)).toBe(false);
});

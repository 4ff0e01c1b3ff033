import { describe, expect, test } from 'vitest';
import { bound } from './bound.ts';
import { judge } from './oracle.ts';
import type { Found } from './oracle.ts';

const saved = new Map([
  ['a', '1'],
  ['b', '2'],
]);
const tried = new Set(['a', 'b', 'c']);
const both: Found['entries'] = [
  ['a', '1'],
  ['b', '2'],
];
const kinds = (entries: Found['entries'], told = false, mayLose = false): readonly string[] =>
  judge(saved, tried, { entries, told }, mayLose).map(({ kind }) => kind);

describe('judge()', () => {
  test.each<readonly [string, Found['entries'], boolean, boolean, readonly string[]]>([
    ['all is there', both, false, false, []],
    ['an answer that nobody heard of is there too', [...both, ['c', '3']], false, false, []],
    ['one is lost', [['a', '1']], true, false, ['lost']],
    ['one is lost and nobody is told', [['a', '1']], false, false, ['lost', 'silent']],
    ['one may be lost and is told', [['a', '1']], true, true, []],
    ['one may be lost but is not told', [['a', '1']], false, true, ['silent']],
    [
      'one is changed',
      [
        ['a', '1'],
        ['b', '9'],
      ],
      true,
      false,
      ['silent', 'lost'],
    ],
    [
      'one is changed although it may be lost',
      [
        ['a', '1'],
        ['b', '9'],
      ],
      true,
      true,
      ['silent'],
    ],
    ['one is there twice', [...both, ['a', '1']], false, false, ['duplicate']],
    ['one is there that nobody gave', [...both, ['x', '1']], false, false, ['phantom']],
  ])('%s', (_, entries, told, mayLose, expected) => {
    expect(kinds(entries, told, mayLose)).toEqual(expected);
  });
});

describe('bound()', () => {
  test('is close to three over the runs without a failure', () => {
    for (const runs of [30, 600, 5000]) expect(bound(runs, 0) * runs).toBeCloseTo(3, 0);
  });

  test('is the exact upper end with failures, and grows with them', () => {
    // One failure in 20 runs: table of Clopper and Pearson, one-sided 95 %.
    expect(bound(20, 1)).toBeCloseTo(0.2161, 3);
    expect(bound(20, 2)).toBeGreaterThan(bound(20, 1));
    expect(bound(0, 0)).toBe(1);
  });
});

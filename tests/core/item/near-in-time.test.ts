import { describe, expect, test } from 'vitest';
import { areNearInTime } from '#core/item/near-in-time.ts';
import { nigerBase } from '../../niger.ts';

const base = nigerBase();
const year = (iso: string) => ({ iso, precision: 'year' as const });

describe('areNearInTime()', () => {
  test.each([
    ['2023', '2024', true],
    ['2015', '2023', false],
    ['1983', '1996', true],
    ['1960', '2021', false],
  ])('of %s and %s is %s: the longer ago, the wider the margin', (a, b, near) => {
    expect(areNearInTime(base, year(a), year(b))).toBe(near);
    expect(areNearInTime(base, year(b), year(a))).toBe(near);
  });
});

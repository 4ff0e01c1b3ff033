import { describe, expect, test } from 'vitest';
import { liveHistory } from './histories.ts';

const agreeing = (seed: string): number => new Set(liveHistory(seed)).size;

describe('devices that have heard of everything', () => {
  test('have the same entries and would ask the same cards on the same days', () => {
    for (let seed = 0; seed < 150; seed += 1) expect(agreeing(`merge ${seed}`), `seed ${seed}`).toBe(1);
  });

  test.each(['first come', 'from the highest number on'] as const)(
    'a merge that is broken on purpose (%s) is found out',
    (control) => {
      const found = Array.from(
        { length: 150 },
        (_, seed) => new Set(liveHistory(`merge ${seed}`, control)).size,
      );
      expect(found.some((answers) => answers > 1)).toBe(true);
    },
  );
});

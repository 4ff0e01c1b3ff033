import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultWeights } from '../../../src/core/memory/fsrs.ts';
import { keepFit, readFit } from '../../../src/lib/storage/fit-cache.ts';

const kept = { kind: 'trained', weights: defaultWeights, reviews: 120 } as const;

describe('the kept fit', () => {
  let rows: Map<string, string>;

  beforeEach(() => {
    rows = new Map();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => rows.get(key) ?? null,
      setItem: (key: string, value: string) => rows.set(key, value),
    });
  });

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('is read back', () => {
    expect(readFit()).toBeUndefined();
    keepFit(kept);
    expect(readFit()).toEqual(kept);
  });

  test.each([
    'not json',
    'null',
    '{"v":2,"kind":"trained","reviews":3,"weights":[]}',
    JSON.stringify({ v: 1, ...kept, weights: defaultWeights.slice(1) }),
    JSON.stringify({ v: 1, ...kept, weights: defaultWeights.map((weight) => weight * 1000) }),
    JSON.stringify({ v: 1, ...kept, kind: 'lucky' }),
    JSON.stringify({ v: 2, ...kept }),
    JSON.stringify({ v: 1, ...kept, reviews: '120' }),
  ])('is forgotten when it cannot be read: %s', (row) => {
    rows.set('harmattan-fit', row);
    expect(readFit()).toBeUndefined();
  });

  test('is done without where storage is forbidden', () => {
    vi.stubGlobal('localStorage', undefined);
    keepFit(kept);
    expect(readFit()).toBeUndefined();
  });
});

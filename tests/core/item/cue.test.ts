import { describe, expect, test } from 'vitest';
import { cueOf } from '#core/item/cue.ts';

describe('cueOf()', () => {
  test.each([
    ['Abdourahamane Tchiani', 'A… T…'],
    ['Air Base 201', 'A… B… 2…'],
    ['Guinea-Bissau', 'G… B…'],
    ['Élysée', 'É…'],
    ['to restore “order”', 't… r… o…'],
  ])('gives the first letter of each word: %s', (key, cue) => {
    expect(cueOf(key)).toBe(cue);
  });

  test.each(['UN', 'Oil', 'A B C', '—'])('has none where it would tell all: %s', (key) => {
    expect(cueOf(key)).toBeUndefined();
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { derivation } from '../../src/build/derivation.js';

const sourceOf = (file: string): string => readFileSync(file, 'utf8');
/** The name where one file says something else. */
const changed = (changing: string): string =>
  derivation((file) => sourceOf(file) + (file === changing ? '\nconst more = 1;' : ''));

describe('the name of the rules by which a log is read', () => {
  test('is the same for the same sources', () => {
    expect(derivation()).toBe(derivation(sourceOf));
    expect(derivation()).toMatch(/^[0-9a-f]{16}$/);
  });

  test.each([
    'src/core/review/projection.ts',
    'src/core/review/snapshot.ts',
    'src/core/review/evidence.ts',
    'src/core/memory/fsrs.ts',
    'src/core/memory/mixture.ts',
    'src/core/log/extent.ts',
  ])('is another one when %s is changed', (file) => {
    expect(changed(file)).not.toBe(derivation());
  });

  test.each(['src/core/item/generate.ts', 'src/core/plan/learner.ts', 'src/lib/state/log.svelte.ts'])(
    'stays when %s is changed, which has no say in it',
    (file) => {
      expect(sourceOf(file)).not.toBe('');
      expect(changed(file)).toBe(derivation());
    },
  );
});

import { indexTopic } from '#core/fact/base.ts';
import type { TermId } from '#core/fact/term.ts';
import { openSearch } from '#lib/state/search.ts';
import { describe, expect, test } from 'vitest';
import { harbour } from '../../core/topic.ts';

const term = { id: 'toll' as TermId, term: 'Toll', french: 'Péage', meaning: 'What a ship pays.' };
const find = await openSearch(indexTopic({ ...harbour, terms: [term] }));
const idsFor = (query: string) => find(query).map(({ id }) => id);

describe('openSearch()', () => {
  test.each([
    ['the beginning of a name', 'brev', 'brevik'],
    ['a slip in a long word', 'lihgthouse', 'warden'],
    ['an alias', 'CL', 'league'],
    ['accents that were not typed', 'peage', 'toll'],
    ['accents that were typed and are not there', 'Brévik', 'brevik'],
  ])('finds by %s', (_, query, id) => {
    expect(idsFor(query)).toContain(id);
  });

  test('puts a name before the sentences that hold it', () => {
    expect(idsFor('ada berg')[0]).toBe('ada');
  });

  test('wants every word', () => {
    expect(idsFor('ada corran')).toEqual(['storm-place']);
  });

  test('finds nothing for marks alone', () => {
    expect(idsFor(' -- ')).toEqual([]);
  });
});

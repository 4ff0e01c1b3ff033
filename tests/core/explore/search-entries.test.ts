import { searchEntries } from '#core/explore/search-entries.ts';
import { indexTopic } from '#core/fact/base.ts';
import type { TermId } from '#core/fact/term.ts';
import { describe, expect, test } from 'vitest';
import { harbour } from '../topic.ts';

const term = {
  id: 'toll' as TermId,
  term: 'Toll',
  short: 'T',
  french: 'Péage',
  meaning: 'What a ship pays.',
};
const entries = searchEntries(indexTopic({ ...harbour, terms: [term] }));

describe('searchEntries()', () => {
  test('has one entry for each entity, term and fact, with a key of its own', () => {
    expect(entries).toHaveLength(harbour.entities.length + harbour.facts.length + 1);
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
  });

  test('holds other names of an entity', () => {
    expect(entries.find(({ id }) => id === 'league')).toMatchObject({ kind: 'body', also: 'League · CL' });
  });

  test('holds abbreviation and French form of a term', () => {
    expect(entries.find(({ kind }) => kind === 'term')).toMatchObject({ title: 'Toll', also: 'T · Péage' });
  });

  test('tells a fact as its sentence', () => {
    expect(entries.find(({ id }) => id === 'fair-place')?.title).toBe(
      'The first summer fair took place in Brevik.',
    );
  });
});

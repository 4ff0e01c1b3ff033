import { describe, expect, test } from 'vitest';
import { directory, profileOf } from '#core/explore/directory.ts';
import { disputesOf } from '#core/explore/disputes.ts';
import { findInGlossary, glossary } from '#core/explore/glossary.ts';
import { originsOf, sourceProfile } from '#core/explore/sources.ts';
import { indexTopic } from '#core/fact/base.ts';
import type { ConflictId } from '#core/fact/conflict.ts';
import type { SourceId } from '#core/fact/source.ts';
import type { TermId } from '#core/fact/term.ts';
import { day, entityId, fact, factId, harbour, harbourBase } from '../topic.ts';

const base = harbourBase();

describe('directory()', () => {
  test('lists each kind of body once, its entries by name', () => {
    const kinds = directory(base).map(({ kind }) => kind);
    expect(new Set(kinds).size).toBe(kinds.length);
    const people = directory(base)
      .find(({ kind }) => kind === 'person')
      ?.entries.map(({ entity }) => entity.name);
    expect(people).toEqual(people?.toSorted());
    expect(people).toContain('Ada Berg');
  });
});

describe('profileOf()', () => {
  test('gathers the facts and offices of an entity', () => {
    const ada = profileOf(base, entityId('ada'));
    expect(ada?.facts.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['ada-mayor', 'speech-words', 'speech-giver']),
    );
    expect(ada?.tenures.map(({ fact: { id } }) => id)).toEqual(['ada-mayor']);
  });

  test('knows nobody by a wrong id', () => {
    expect(profileOf(base, entityId('nobody'))).toBeUndefined();
  });
});

describe('originsOf() and sourceProfile()', () => {
  test('count the facts that rest on a source', () => {
    expect(originsOf(base)).toMatchObject([{ facts: harbour.facts.length }]);
    expect(sourceProfile(base, 'gazette' as SourceId)?.facts).toHaveLength(harbour.facts.length);
    expect(sourceProfile(base, 'nothing' as SourceId)).toBeUndefined();
  });
});

describe('disputesOf()', () => {
  const rival = fact('opening-rival', 'opening', 'occurred-on', day('1990-05-02'), {
    conflictsWith: [factId('opening-date')],
  });

  test('groups facts that exclude one another and that no record explains', () => {
    const disputed = harbourBase((facts) => [...facts, rival]);
    expect(disputesOf(disputed).rivals.map((group) => group.map(({ id }) => id))).toEqual([
      ['opening-date', 'opening-rival'],
    ]);
  });

  test('names each dispute once', () => {
    const recorded = indexTopic({
      ...harbour,
      facts: [...harbour.facts, rival],
      conflicts: [
        {
          id: 'when' as ConflictId,
          title: 'When the harbour opened',
          kind: 'date',
          values: [{ value: '1 May' }, { value: '2 May' }],
          verdict: 'Open.',
          asking: 'Not at all.',
          facts: [factId('opening-date'), rival.id],
        },
      ],
    });
    expect(disputesOf(recorded).rivals).toEqual([]);
    expect(disputesOf(recorded).recorded).toHaveLength(1);
  });
});

describe('glossary()', () => {
  const worded = indexTopic({
    ...harbour,
    terms: [{ id: 'quay' as TermId, term: 'Quai', meaning: 'A place where ships lie.', french: 'quai' }],
  });

  test('has the terms of the topic and finds them by folded words', () => {
    const entries = glossary(worded);
    expect(entries.some(({ name }) => name === 'Quai')).toBe(true);
    expect(findInGlossary(entries, 'QUÁI').some(({ name }) => name === 'Quai')).toBe(true);
    expect(findInGlossary(entries, 'zzzz')).toEqual([]);
  });
});

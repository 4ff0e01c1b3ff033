import { describe, expect, test } from 'vitest';
import { directory, findInDirectory, profileOf } from '#core/explore/directory.ts';
import { disputesAbout, disputesOf } from '#core/explore/disputes.ts';
import { findInGlossary, glossary } from '#core/explore/glossary.ts';
import { namedAlone } from '#core/explore/named.ts';
import { findOrigins, originsOf, sourceProfile, witnessesOf } from '#core/explore/sources.ts';
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

describe('findInDirectory()', () => {
  const groups = directory(base);

  test('keeps everything where nothing is looked for', () => {
    expect(findInDirectory(groups, ' ')).toEqual(groups);
  });

  test('finds names and aliases by folded words and leaves out empty groups', () => {
    expect(findInDirectory(groups, 'ÁDA berg')).toMatchObject([{ kind: 'person', entries: [{}] }]);
    expect(
      findInDirectory(groups, 'CL').flatMap(({ entries }) => entries.map(({ entity }) => entity.id)),
    ).toContain('league');
    expect(findInDirectory(groups, 'zzzz')).toEqual([]);
  });
});

test('namedAlone() begins with a capital', () => {
  expect(namedAlone(base, 'great storm')).toBe('Great storm');
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

describe('witnessesOf() and findOrigins()', () => {
  const [gazette] = harbour.sources;
  if (!gazette) throw new TypeError('Expect a source');
  const copy = { ...gazette, id: 'copy' as SourceId, publisher: 'The Còpy' };
  const other = { ...gazette, id: 'other' as SourceId, origin: 'other', publisher: 'Another' };
  const told = fact('told', 'opening', 'occurred-on', day('1990-05-01'), {
    references: [gazette, copy, other].map(({ id }) => ({ source: id })),
  });
  const facts = [...harbour.facts, told];
  const many = indexTopic({ ...harbour, sources: [gazette, other, copy], facts });

  test('copies of one text are one witness', () => {
    const ids = witnessesOf(many, told).map(({ sources }) => sources.map(({ id }) => id).toSorted());
    expect(ids).toEqual([['copy', 'gazette'], ['other']]);
  });

  test('that on which most rests stands first', () => {
    const counts = originsOf(many).map((origin) => origin.facts);
    expect(counts).toEqual([facts.length, 1]);
  });

  test('only the texts that hold the words are found', () => {
    expect(findOrigins(originsOf(many), 'copy')).toMatchObject([{ sources: [{ id: 'copy' }] }]);
    expect(findOrigins(originsOf(many), '')).toEqual(originsOf(many));
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
    expect(disputesAbout(recorded, rival).map(({ id }) => id)).toEqual(['when']);
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

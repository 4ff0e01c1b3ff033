import { describe, expect, test } from 'vitest';
import { parseTopic } from '#core/fact/parse.ts';

const wording = { statement: '{Subject} leads {object}.', stems: { object: 'What does {subject} lead?' } };
const raw = {
  id: 'sample',
  title: 'Sample',
  description: 'Made up.',
  language: 'en',
  version: '2026-11-24',
  subtopics: [{ id: 'all', title: 'All' }],
  entities: [
    { id: 'ada', kind: 'person', name: 'Ada', description: 'A person.' },
    { id: 'bo', kind: 'person', name: 'Bo', description: 'A person.', overlaps: ['ada'] },
    { id: 'ministry', kind: 'office', name: 'Ministry', description: 'An office.' },
    { id: 'army', kind: 'force', name: 'Army', description: 'A force.' },
  ],
  sources: [{ id: 'daily', publisher: 'D', title: 'T', date: '2023', kind: 'report', phrase: 'a report' }],
  predicates: [
    {
      id: 'leads',
      domain: ['person'],
      range: ['office', 'force'],
      functional: true,
      temporal: true,
      en: wording,
    },
  ],
  facts: [fact('one', 'ministry'), fact('two', 'army', { from: '2024', conflictsWith: ['one'] })],
};

function fact(id: string, object: string, more: object = {}) {
  return {
    id,
    subtopic: 'all',
    subject: 'ada',
    predicate: 'leads',
    object,
    sources: [{ source: 'daily' }],
    ...more,
  };
}

const parsed = (facts: readonly unknown[]) => parseTopic({ ...raw, facts });

describe('parseTopic()', () => {
  test('fills in what authors may leave out', () => {
    const result = parseTopic(raw);
    expect(result.ok && result.topic.facts[0]).toEqual({
      id: 'one',
      subtopic: 'all',
      subject: 'ada',
      predicate: 'leads',
      object: { type: 'entity', id: 'ministry' },
      ask: 'plain',
      importance: 'supporting',
      rank: 'normal',
      references: [{ source: 'daily' }],
      supersedes: [],
      conflictsWith: ['two'],
      denials: [],
      neverOffer: [],
    });
  });

  test('makes overlaps and conflicts mutual', () => {
    const result = parseTopic(raw);
    expect(result.ok && result.topic.entities.map(({ overlaps }) => overlaps)).toEqual([
      ['bo'],
      ['ada'],
      [],
      [],
    ]);
    expect(result.ok && result.topic.facts.map(({ conflictsWith }) => conflictsWith)).toEqual([
      ['two'],
      ['one'],
    ]);
  });

  test.each([
    ['apart in time', { to: '2022' }, { from: '2023' }, []],
    ['at one time', { to: '2023-05' }, { from: '2023' }, ['two-values']],
    ['without a time', {}, { from: '2023' }, ['two-values']],
    ['of which one is deprecated', { rank: 'deprecated' }, {}, []],
    ['said to conflict', { conflictsWith: ['two'] }, {}, []],
    ['about different things', { about: { text: 'peace' } }, { about: { text: 'war' } }, []],
    ['about one thing', { about: { text: 'peace' } }, { about: { text: 'peace' } }, ['two-values']],
  ])('judges two values of a functional predicate %s', (_, one, two, codes) => {
    const result = parsed([fact('one', 'ministry', one), fact('two', 'army', two)]);
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(codes);
  });

  test('gives the path of a problem', () => {
    const result = parsed([fact('one', 'ministry', { denials: [{ value: 'bo', source: 'daily' }] })]);
    expect(result.ok ? [] : result.problems.map(({ path }) => path)).toEqual([
      ['facts', 0, 'denials', 0, 'value'],
    ]);
  });

  test.each([null, undefined, 'text', 7, [], {}])('refuses %j without throwing', (value) => {
    expect(parseTopic(value).ok).toBe(false);
  });
});

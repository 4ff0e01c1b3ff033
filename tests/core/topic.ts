import { indexTopic } from '#core/fact/base.ts';
import type { Base } from '#core/fact/base.ts';
import type { Entity } from '#core/fact/entity.ts';
import { cardId } from '#core/fact/fact.ts';
import type { Card, Facet, Fact, FactId, SubtopicId } from '#core/fact/fact.ts';
import type { Predicate, PredicateId, Wording } from '#core/fact/predicate.ts';
import type { SourceId } from '#core/fact/source.ts';
import type { Topic, TopicId } from '#core/fact/topic.ts';
import type { EntityId, PartialDate, Precision } from '#core/fact/value.ts';

const precisions: Readonly<Record<number, Precision>> = { 4: 'year', 7: 'month', 10: 'day' };

export const date = (iso: string): PartialDate => ({ iso, precision: precisions[iso.length] ?? 'day' });
export const factId = (id: string): FactId => id as FactId;
export const entityId = (id: string): EntityId => id as EntityId;

export function card(fact: string, facet: Facet): Card {
  return { id: cardId(factId(fact), facet), fact: factId(fact), facet };
}

export function entity(id: string, over: Partial<Entity> & Pick<Entity, 'kind' | 'name'>): Entity {
  return {
    id: entityId(id),
    article: '',
    plural: false,
    aliases: [],
    description: over.name,
    overlaps: [],
    ...over,
  };
}

const person = (id: string, name: string): Entity => entity(id, { kind: 'person', name });
const office = (id: string, name: string): Entity => entity(id, { kind: 'office', name, article: 'the' });
const city = (id: string, name: string): Entity => entity(id, { kind: 'city', name });
const event = (id: string, name: string, over: Partial<Entity> = {}): Entity =>
  entity(id, { kind: 'event', name, article: 'the', ...over });

function predicate(
  id: string,
  over: Partial<Predicate> & Pick<Predicate, 'domain' | 'range'>,
  en: Partial<Wording>,
): Predicate {
  return {
    id: id as PredicateId,
    functional: false,
    inverseFunctional: false,
    complete: false,
    temporal: false,
    wording: { en: { statement: '', stems: {}, choiceStems: {}, ...en } },
    ...over,
  };
}

export function fact(
  id: string,
  subject: string,
  predicateId: string,
  object: string | Fact['object'],
  over: Partial<Fact> = {},
): Fact {
  return {
    id: factId(id),
    subtopic: 'story' as SubtopicId,
    subject: entityId(subject),
    predicate: predicateId as PredicateId,
    object: typeof object === 'string' ? { type: 'entity', id: entityId(object) } : object,
    ask: 'plain',
    importance: 'core',
    rank: 'normal',
    references: [{ source: 'gazette' as SourceId, paragraph: 3 }],
    supersedes: [],
    conflictsWith: [],
    denials: [],
    neverOffer: [],
    ...over,
  };
}

export const day = (iso: string): Fact['object'] => ({ type: 'date', date: date(iso) });
export const text = (value: string, accept: readonly string[] = []): Fact['object'] => ({
  type: 'text',
  text: value,
  accept,
});
export const quantity = (amount: number, unit: string, approximate = false): Fact['object'] => ({
  type: 'quantity',
  amount,
  unit,
  unitOne: unit.replace(/s$/, ''),
  approximate,
});

/** A small invented story: a harbour town, its offices and feasts. Nothing in it is about Niger. */
export const harbour: Topic = {
  id: 'harbour' as TopicId,
  title: 'The harbour',
  description: 'An invented story for tests.',
  language: 'en',
  version: '2026-01-01',
  subtopics: [{ id: 'story' as SubtopicId, title: 'The story' }],
  entities: [
    person('ada', 'Ada Berg'),
    person('ben', 'Ben Caro'),
    person('cleo', 'Cleo Dahl'),
    person('dan', 'Dan Eriksen'),
    office('mayor', 'mayor of Port Alba'),
    office('warden', 'warden of the lighthouse'),
    office('pilot', 'chief pilot of the harbour'),
    city('alba', 'Port Alba'),
    city('brevik', 'Brevik'),
    city('corran', 'Corran'),
    event('opening', 'opening of the harbour'),
    event('storm', 'great storm'),
    event('fair', 'first summer fair'),
    event('speech', 'speech in the town hall'),
    entity('envoys', { kind: 'group', name: 'island envoys', article: 'the', plural: true }),
    entity('league', {
      kind: 'organisation',
      name: 'Coast League',
      article: 'the',
      aliases: ['League', 'CL'],
    }),
  ],
  predicates: [
    predicate(
      'occurred-on',
      { domain: ['event'], range: 'date', functional: true },
      {
        statement: '{Subject} took place {on object}.',
        event: '{subject}',
        stems: {
          object: '{When object} did {subject} take place?',
          subject: 'Which event took place {on object}?',
        },
      },
    ),
    predicate(
      'took-place-in',
      { domain: ['event'], range: ['city'], functional: true },
      {
        statement: '{Subject} took place in {object}.',
        stems: { object: 'In which town did {subject} take place?' },
      },
    ),
    predicate(
      'held-office',
      { domain: ['person'], range: ['office'], inverseFunctional: true, temporal: true },
      {
        statement: '{Subject} was {object}[ {on asOf}].',
        stems: {
          object: 'Which office did {subject} hold[ {on asOf}]?',
          subject: 'Who was {object}[ {on asOf}]?',
        },
      },
    ),
    predicate(
      'head-count',
      { domain: ['group'], range: 'quantity', functional: true, temporal: true },
      { statement: '{Subject} numbered {object:amount}.', stems: { object: 'How many were {subject}?' } },
    ),
    predicate(
      'member-of-league',
      { domain: ['organisation'], range: ['city'], complete: true },
      {
        statement: '{Object} {was/were object} a member of {subject}.',
        choiceStems: { object: 'Which of these towns was a member of {subject}?' },
      },
    ),
    predicate(
      'called',
      { domain: ['person'], range: 'text' },
      {
        statement: '{Subject} called {about} {object}[ {on at}].',
        stems: {
          object: 'What did {subject} call {about}[ {on at}]?',
          speaker: 'Who called {about} {object}[ {on at}]?',
        },
      },
    ),
    predicate(
      'delivered-by',
      { domain: ['event'], range: ['person'], functional: true },
      { statement: '{Subject} was given by {object}.', stems: { object: 'Who gave {subject}?' } },
    ),
  ],
  sources: [
    {
      id: 'gazette' as SourceId,
      publisher: 'Alba Gazette',
      title: 'The year in the harbour',
      date: date('1990-12-31'),
      kind: 'newspaper',
      origin: 'gazette-1990',
      phrase: 'the Alba Gazette of 31 December 1990',
    },
  ],
  terms: [],
  conflicts: [],
  facts: [
    fact('opening-date', 'opening', 'occurred-on', day('1990-05-01')),
    fact('storm-date', 'storm', 'occurred-on', day('1990-10-12')),
    fact('fair-date', 'fair', 'occurred-on', day('1990-07-07'), { neverOffer: [day('1990-10-12')] }),
    fact('opening-place', 'opening', 'took-place-in', 'alba'),
    fact('storm-place', 'storm', 'took-place-in', 'corran', {
      accordingTo: { type: 'entity', id: entityId('ada') },
      ask: 'according-to',
    }),
    fact('fair-place', 'fair', 'took-place-in', 'brevik'),
    fact('ada-mayor', 'ada', 'held-office', 'mayor', { asOf: date('1990'), ask: 'as-of' }),
    fact('ben-mayor', 'ben', 'held-office', 'mayor', { asOf: date('1995'), ask: 'as-of' }),
    fact('cleo-warden', 'cleo', 'held-office', 'warden', { from: date('1989'), to: date('1996') }),
    fact('dan-pilot', 'dan', 'held-office', 'pilot', { from: date('1980'), to: date('1999') }),
    fact('envoys-spring', 'envoys', 'head-count', quantity(40, 'envoys', true), {
      asOf: date('1990-03'),
      ask: 'as-of',
    }),
    fact('envoys-autumn', 'envoys', 'head-count', quantity(90, 'envoys'), {
      asOf: date('1990-09'),
      ask: 'as-of',
    }),
    fact('league-alba', 'league', 'member-of-league', 'alba'),
    fact('league-brevik', 'league', 'member-of-league', 'brevik'),
    fact('speech-words', 'ada', 'called', text('reckless'), {
      about: { type: 'text', text: 'the new toll', accept: [] },
      accordingTo: { type: 'entity', id: entityId('ada') },
      occasion: entityId('speech'),
      at: date('1990-06'),
      ask: 'according-to',
    }),
    fact('speech-giver', 'speech', 'delivered-by', 'ada'),
  ],
};

/** The harbour with other facts in place of, or beside, its own. */
export function harbourBase(change: (facts: readonly Fact[]) => readonly Fact[] = (facts) => facts): Base {
  return indexTopic({ ...harbour, facts: change(harbour.facts) });
}

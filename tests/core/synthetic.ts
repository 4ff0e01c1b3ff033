import type { Entity } from '#core/fact/entity.ts';
import type { Fact, SubtopicId } from '#core/fact/fact.ts';
import type { Predicate, PredicateId } from '#core/fact/predicate.ts';
import type { Topic } from '#core/fact/topic.ts';
import { date, entity, entityId, fact, harbour } from './topic.ts';

/**
 * An invented topic with about `size` facts: events with dates and towns, people in offices over the years. It grows
 * as real topics do: more things of each kind, not more facts of each thing.
 */
export function syntheticTopic(size: number): Topic {
  const quarter = Math.ceil(size / 4);
  const numbers = Array.from({ length: quarter }, (_, index) => index);
  return {
    ...harbour,
    subtopics: [{ id: 'story' as SubtopicId, title: 'The story' }],
    entities: numbers.flatMap(entitiesOf),
    predicates: [...harbour.predicates.map(withEvent), founded],
    facts: numbers.flatMap(factsOf),
  };
}

/** Its events can be put in order. */
function withEvent(predicate: Predicate): Predicate {
  const en = predicate.wording['en'];
  if (predicate.id !== 'occurred-on' || !en) return predicate;
  return { ...predicate, wording: { en: { ...en, event: '{subject}' } } };
}

const founded: Predicate = {
  id: 'founded-in' as PredicateId,
  domain: ['city'],
  range: 'date',
  functional: true,
  inverseFunctional: false,
  complete: false,
  temporal: false,
  wording: {
    en: {
      statement: '{Subject} was founded {on object}.',
      stems: { object: '{When object} was {subject} founded?' },
      choiceStems: {},
    },
  },
};

const two = (value: number): string => String(value).padStart(2, '0');
const dayOf = (index: number): string =>
  `${1900 + (index % 120)}-${two((index % 12) + 1)}-${two((index % 28) + 1)}`;

function entitiesOf(index: number): readonly Entity[] {
  return [
    entity(`event-${index}`, { kind: 'event', name: `regatta number ${index}`, article: 'the' }),
    entity(`town-${index}`, { kind: 'city', name: `Haven ${index}` }),
    entity(`person-${index}`, { kind: 'person', name: `Ada Number${index}` }),
    entity(`office-${index}`, { kind: 'office', name: `mayor of Haven ${index}`, article: 'the' }),
  ];
}

function factsOf(index: number): readonly Fact[] {
  const day = { type: 'date', date: date(dayOf(index)) } as const;
  const year = date(String(1900 + (index % 120)));
  return [
    fact(`date-${index}`, `event-${index}`, 'occurred-on', day),
    fact(`place-${index}`, `event-${index}`, 'took-place-in', {
      type: 'entity',
      id: entityId(`town-${index}`),
    }),
    fact(`mayor-${index}`, `person-${index}`, 'held-office', `office-${index}`, { asOf: year, ask: 'as-of' }),
    fact(`founded-${index}`, `town-${index}`, 'founded-in', { type: 'date', date: year }),
  ];
}

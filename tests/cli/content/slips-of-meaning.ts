import { entities, visits, places, predicates, slip } from './slip.ts';
import type { Slip } from './slip.ts';

const links: readonly Slip[] = [
  slip('an unknown entity', places, 'object: bamako', 'object: bamoko', {
    at: 'bamoko',
    message: 'there is no entity "bamoko"',
    remedy: 'write bamako, or add it to entities.yaml',
  }),
  slip('an unknown predicate', places, 'predicate: has-capital', 'predicate: has-captial', {
    at: 'has-captial',
    message: 'there is no predicate "has-captial"',
    remedy: 'write has-capital',
  }),
  slip('an unknown source', places, 'source: daily-2023, paragraph: 1', 'source: daily-2022, paragraph: 1', {
    at: 'daily-2022',
    message: 'there is no source "daily-2022"',
    remedy: 'write daily-2023, or add it to sources.yaml',
  }),
  slip('an unknown subtopic', places, 'subtopic: places', 'subtopic: palces', {
    at: 'subtopic: palces',
    message: 'there is no subtopic "palces"',
    remedy: 'write places, or add it to topic.yaml',
  }),
  slip('an unknown overlap', entities, 'overlaps: [bamako]', 'overlaps: [lome]', {
    at: 'overlaps: [lome]',
    message: 'there is no entity "lome"',
    remedy: 'add it to entities.yaml',
  }),
  slip('an overlap with itself', entities, 'overlaps: [bamako]', 'overlaps: [mali]', {
    at: 'overlaps: [mali]',
    message: '"overlaps" names mali itself',
    remedy: 'name another entity',
  }),
  slip('an unknown rival', visits, 'importance: core', 'conflictsWith: [other]', {
    at: 'conflictsWith: [other]',
    message: 'there is no fact "other"',
    remedy: 'add it to a file in facts/',
  }),
  slip('a rival of itself', visits, 'importance: core', 'conflictsWith: [first-visit-date]', {
    at: 'conflictsWith:',
    message: 'names first-visit-date itself',
    remedy: 'name another fact',
  }),
  slip('a fact that supersedes itself', visits, 'importance: core', 'supersedes: [first-visit-date]', {
    at: 'supersedes:',
    message: '"supersedes" names first-visit-date itself',
    remedy: 'or remove it',
  }),
  slip(
    'a denial of an unknown source',
    visits,
    'value: ada-keita, source: daily-2023',
    'value: ada-keita, source: x',
    {
      at: 'value: ada-keita',
      message: 'there is no source "x"',
      remedy: 'write daily-2023, weekly-2024',
    },
  ),
];

const meanings: readonly Slip[] = [
  slip('a subject outside the domain', places, 'subject: mali', 'subject: ada-keita', {
    at: 'subject: ada-keita',
    message: 'ada-keita is a person',
    remedy: "add person to the predicate's domain",
  }),
  slip('an object outside the range', places, 'object: bamako', 'object: ada-keita', {
    at: 'object: ada-keita',
    message: 'the object is a person, but that of "has-capital" is a city',
    remedy: 'choose another object',
  }),
  slip('an object of another type', visits, "object: { date: '2023-08-02' }", 'object: { text: in August }', {
    at: 'in August',
    message: 'the object is a text, but that of "occurred-on" is a date',
    remedy: 'choose another object',
  }),
  slip('a denied value outside the range', visits, 'value: ada-keita', 'value: bamako', {
    at: 'value: bamako',
    message: 'the object is a city',
    remedy: 'choose another object',
  }),
  slip('a denial of the fact itself', visits, 'value: ada-keita', 'value: bo-traore', {
    at: 'value: bo-traore',
    message: "denies the fact's own object",
    remedy: 'deny another value',
  }),
  slip('two values of a functional predicate', visits, 'subject: second-visit', 'subject: first-visit', {
    at: "date: '2024-02'",
    message: '"occurred-on" is functional',
    remedy: 'conflictsWith: [first-visit-date]',
  }),
  slip(
    'two subjects of an inverse-functional predicate',
    places,
    '  - id: troops\n    subject: mali\n    predicate: troop-count\n    object: { quantity: 1100, unit: soldiers, approximate: true }',
    '  - id: troops\n    subject: togo\n    predicate: has-capital\n    object: bamako',
    {
      at: 'subject: togo',
      message: '"has-capital" is inverseFunctional',
      remedy: 'conflictsWith: [capital]',
    },
  ),
];

const patterns: readonly Slip[] = [
  slip('an unknown slot', predicates, 'Who led {subject}?', 'Who led {topic}?', {
    at: 'Who led',
    message: '"{topic}" is not a slot',
    remedy: 'Pattern language',
  }),
  slip('an unknown modifier', predicates, 'Who led {subject}?', 'Who led {subject:loud}?', {
    at: 'Who led',
    message: '"{subject:loud}" is not a slot',
    remedy: 'content/README.md',
  }),
  slip('an unclosed brace', predicates, 'Who led {subject}?', 'Who led {subject?', {
    at: 'Who led',
    message: '"{" is never closed',
    remedy: 'content/README.md',
  }),
  slip('an unclosed bracket', predicates, '[ {on at}].', '[ {on at}.', {
    at: '{on at}.',
    message: '"[" is never closed',
    remedy: 'content/README.md',
  }),
  slip('a statement without its full stop', predicates, 'took place {on object}.', 'took place {on object}', {
    at: 'statement:',
    message: 'does not end in "."',
    remedy: 'full stop',
  }),
  slip(
    'a stem without its question mark',
    predicates,
    'did {subject} take place?',
    'did {subject} take place',
    {
      at: 'did {subject} take place',
      message: 'does not end in "?"',
      remedy: 'question mark',
    },
  ),
  slip('a stem that tells its answer', predicates, 'Who led {subject}?', 'Who led {subject} as {object}?', {
    at: 'Who led',
    message: 'contains "object", which is what it asks for',
    remedy: 'take {object} out',
  }),
  slip(
    'a stem that agrees with its answer',
    predicates,
    'Who led {subject}?',
    'Who {was/were object} {subject}?',
    {
      at: 'Who {was',
      message: 'contains "object"',
      remedy: 'take {object} out',
    },
  ),
  slip(
    'a stem whose slot the statement lacks',
    predicates,
    "      object: 'Who led {subject}?'",
    "      object: 'Who led {subject}?'\n      place: 'Where was {subject}?'",
    {
      at: '{was/were subject} led by',
      message: 'there is a stem for "place", but the statement has no {place}',
      remedy: 'put {place} into the statement',
    },
  ),
  slip(
    'a name put into words as a date',
    predicates,
    'called {about} {object}.',
    'called {on about} {object}.',
    {
      at: '{on about}',
      message: 'the slot "about" is put into words as a date',
      remedy: 'take the modifier "on" off',
    },
  ),
  slip(
    'a statement that leaves a hole in a fact',
    predicates,
    'led by {object}[ {on at}].',
    'led by {object} {on at}.',
    {
      in: visits,
      at: 'predicate: led-by',
      message: 'needs at, which the fact lacks',
      remedy: 'put that part of the sentence in [ ]',
    },
  ),
  slip(
    "a predicate not worded in the topic's language",
    predicates,
    "  en:\n    statement: '{Object} is",
    "  fr:\n    statement: '{Object} is",
    {
      in: places,
      at: 'predicate: has-capital',
      message: 'has no wording in "en"',
      remedy: 'add `en:`',
    },
  ),
];

/** What shows only when records are held against each other. */
export const slipsOfMeaning: readonly Slip[] = [...links, ...meanings, ...patterns];

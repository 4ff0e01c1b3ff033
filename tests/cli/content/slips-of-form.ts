import { topic, entities, sources, visits, places, predicates, slip } from './slip.ts';
import type { Slip } from './slip.ts';

const files: readonly Slip[] = [
  slip('broken YAML', entities, 'aliases: [Keita]', 'aliases: [Keita', {
    at: 'description: A minister',
    message: 'not valid YAML',
    remedy: 'check the indentation',
  }),
  slip('a key twice', sources, 'title: A visit', 'title: A visit\n  title: B', {
    at: 'title: B',
    message: 'not valid YAML',
    remedy: 'keep one of the two lines',
  }),
  slip('a tab as indent', visits, '    subject: first-visit', '\tsubject: first-visit', {
    at: '\tsubject',
    message: 'not valid YAML',
    remedy: 'indent with spaces',
  }),
  slip('a file of another shape', entities, '- id: ada-keita\n  kind', 'people:\n  id: ada-keita\n  kind', {
    at: '- id: bo-traore',
    message: 'not valid YAML',
    remedy: 'check the indentation',
  }),
  slip('a fact file without its list', places, 'facts:', 'fact:', {
    at: 'fact:',
    message: 'the key "fact" does not belong here',
    remedy: 'write "facts"',
  }),
  slip('a topic in a folder of another name', topic, 'id: mali', 'id: malt', {
    at: 'id: malt',
    message: 'the topic "malt" lies in the folder "mali"',
    remedy: 'give both one name',
  }),
  slip('a list in the wrong file', topic, 'language: en', 'language: en\nfacts: []', {
    at: 'facts: []',
    message: 'the key "facts" does not belong here',
    remedy: 'a file in facts/',
  }),
  slip(
    'a map of no part of the Earth',
    topic,
    'language: en',
    'language: en\nmapArea: [20, 3.4, -18.4, 25]',
    {
      at: 'mapArea: [20',
      message: 'is not a part of the Earth',
      remedy: '[west, south, east, north]',
    },
  ),
  slip(
    'an event that tells its date',
    predicates,
    "statement: '{Subject} took place {on object}.'",
    "statement: '{Subject} took place {on object}.'\n    event: 'the {subject:bare} of {object}'",
    { at: 'event:', message: 'names no event without its date', remedy: 'leave their object' },
  ),
  slip('a language without grammar', topic, 'language: en', 'language: ha', {
    at: 'language: ha',
    message: 'no grammar for the language "ha"',
    remedy: 'write one of en',
  }),
];

const records: readonly Slip[] = [
  slip('an unknown key', entities, 'aliases:', 'alias:', {
    at: 'alias:',
    message: 'the key "alias" does not belong here',
    remedy: 'write "aliases"',
  }),
  slip('an unknown key without a near one', visits, 'importance: core', 'zzz: core', {
    at: 'zzz: core',
    message: 'the key "zzz" does not belong here',
    remedy: 'remove it; the keys are id,',
  }),
  slip('a missing key', entities, '  name: Ada Keita\n', '', {
    at: '- id: ada-keita',
    message: '"name" is missing',
    remedy: 'give it a text in quotes',
  }),
  slip('an empty key', visits, 'subject: first-visit', 'subject:', {
    at: 'subject:',
    message: '"subject" is empty',
    remedy: 'give it a text in quotes, or remove it',
  }),
  slip('a number for a text', entities, 'name: Ada Keita', 'name: 12', {
    at: 'name: 12',
    message: '"name" must be text, not 12',
    remedy: 'in quotes',
  }),
  slip('a text for a list', entities, 'aliases: [Keita]', 'aliases: Keita', {
    at: 'aliases: Keita',
    message: '"aliases" must be a list',
    remedy: 'write it as `[a, b]`',
  }),
  slip('a text for a mapping', visits, 'sources: [{ source: weekly-2024 }]', 'sources: [weekly-2024]', {
    at: 'sources: [weekly-2024]',
    message: 'entry 1 must be keys with values',
    remedy: '{ key: value }',
  }),
  slip('a word for true or false', predicates, 'functional: true', 'functional: often', {
    at: 'functional: often',
    message: '"functional" must be true or false',
    remedy: 'without quotes',
  }),
  slip('a word for a number', places, 'quantity: 1100', "quantity: '1,100'", {
    at: "quantity: '1,100'",
    message: '"quantity" must be a number',
    remedy: 'without quotes or separators',
  }),
  slip('an unknown kind', entities, 'kind: person', 'kind: persn', {
    at: 'kind: persn',
    message: '"kind" must be one of',
    remedy: 'write person',
  }),
  slip('an unknown way of asking', visits, 'ask: according-to', 'ask: as-told', {
    at: 'ask: as-told',
    message: '"ask" must be one of',
    remedy: 'plain, as-of, according-to, both, never',
  }),
  slip('an id that is not kebab-case', entities, 'id: ada-keita', 'id: Ada_Keita', {
    at: 'id: Ada_Keita',
    message: '"Ada_Keita" is not an id',
    remedy: 'lower-case letters',
  }),
  slip('an id used twice', entities, 'id: bo-traore', 'id: ada-keita # again', {
    at: '# again',
    message: 'the id "ada-keita" is used twice',
    remedy: 'give this one another id',
  }),
  slip('a place off the Earth', entities, '[-8.0, 12.65]', '[12.65, -98]', {
    at: 'coordinates:',
    message: 'is not a place on Earth',
    remedy: '[longitude, latitude]',
  }),
  slip('an address that is none', sources, 'https://example.org/visit', 'example.org', {
    at: 'url:',
    message: '"example.org" is not a web address',
    remedy: 'https://',
  }),
  slip('paragraph zero', visits, 'paragraph: 2', 'paragraph: 0', {
    at: 'paragraph: 0',
    message: '0 is not a paragraph',
    remedy: 'from 1',
  }),
  slip('a fact without a source', places, '    sources: [{ source: daily-2023, paragraph: 1 }]\n', '', {
    at: 'id: capital',
    message: 'fact capital: the fact has no source',
    remedy: 'add `sources:',
  }),
  slip('an object of no type', places, 'object: bamako', 'object: { city: bamako }', {
    at: 'city: bamako',
    message: '"object" must be a value',
    remedy: 'write an entity id, { date: ... }',
  }),
  slip(
    'a predicate without words',
    predicates,
    "  en:\n    statement: '{Subject} met {object}.'\n    stems:\n      object: 'Whom did {subject} meet?'\n",
    '',
    {
      at: 'id: unused',
      message: 'the predicate has no wording',
      remedy: 'add `en:`',
    },
  ),
  slip('a domain without kinds', predicates, 'domain: [event]', 'domain: []', {
    at: 'domain: []',
    message: '"domain" names no kind',
    remedy: 'list one or more of person',
  }),
];

const dates: readonly Slip[] = [
  slip('a day that does not exist', visits, "date: '2023-08-02'", "date: '2023-02-29'", {
    at: '2023-02-29',
    message: '"2023-02-29" is not a date of the calendar',
    remedy: "'2023-07-26'",
  }),
  slip('a thirteenth month', places, "asOf: '2023-08'", "asOf: '2023-13'", {
    at: '2023-13',
    message: '"2023-13" is not a date of the calendar',
    remedy: "'2023-07'",
  }),
  slip('a year without quotes', places, "asOf: '2023-08'", 'asOf: 2023', {
    at: 'asOf: 2023',
    message: '"asOf" must be text, not 2023',
    remedy: 'in quotes',
  }),
  slip('an end before the beginning', visits, "to: '2023-09'", "to: '2023-07'", {
    at: "to: '2023-07'",
    message: 'it ends (2023-07) before it begins (2023-08)',
    remedy: 'correct "from" or "to"',
  }),
  slip('as-of without a date', places, "    asOf: '2023-08'\n", '', {
    at: 'ask: as-of',
    message: 'it is asked "as-of" but has no "asOf"',
    remedy: 'add `asOf:',
  }),
  slip('according-to without a speaker', visits, '    accordingTo: { source: daily-2023 }\n', '', {
    at: 'ask: according-to',
    message: 'has no "accordingTo"',
    remedy: 'add `accordingTo:`',
  }),
];

/** What one file or record shows on its own. */
export const slipsOfForm: readonly Slip[] = [...files, ...records, ...dates];

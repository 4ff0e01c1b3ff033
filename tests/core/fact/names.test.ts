import { expect, test } from 'vitest';
import { entitiesNamed } from '#core/fact/names.ts';
import { indexTopic } from '#core/fact/base.ts';
import { entity, harbour } from '../topic.ts';

const base = indexTopic({
  ...harbour,
  entities: [
    ...harbour.entities,
    entity('itte', { kind: 'person', name: 'Sylvain Itté', aliases: ['Itte', 'the ambassador'] }),
    entity('envoy', { kind: 'office', name: 'ambassador', article: 'the' }),
  ],
});

test.each([
  ['Ada Berg', ['ada']],
  ['ada  BERG', ['ada']],
  ['CL', ['league']],
  ['the Coast League', ['league']],
  ['sylvain itte', ['itte']],
  ['Itté', ['itte']],
  ['the ambassador', ['itte', 'envoy']],
  ['nobody', []],
])('entitiesNamed() finds who or what "%s" may mean', (name, ids) => {
  expect(entitiesNamed(base, name)).toEqual(ids);
});

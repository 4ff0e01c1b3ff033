import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { entityKinds } from '#core/fact/entity.ts';
import { askings, facets, importances, ranks } from '#core/fact/fact.ts';
import { sourceKinds } from '#core/fact/source.ts';
import { formIds } from '#core/item/item.ts';
import { run } from '../../src/cli/main.ts';
import { sample } from './content/sample.ts';

const schemaOf = (name: string) => JSON.parse(readFileSync(`content/schema/${name}.schema.json`, 'utf8'));
const validatorOf = (name: string) =>
  new Ajv({ strict: true, strictRequired: false }).compile(schemaOf(name));

/** Every YAML file of the project's content and of the sample, with the schema that it follows. */
const yamlFiles = ['content', sample].flatMap((content) =>
  readdirSync(content, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => ({ file: join(content, file), schema: schemaNameOf(file) })),
);

function schemaNameOf(file: string): string {
  const [folder, , name] = file.split(/[\\/]/);
  if (folder === 'predicates') return 'predicates';
  return name === 'facts' ? 'facts' : (name ?? '').replace('.yaml', '');
}

describe('content/schema', () => {
  test.each(yamlFiles)('$schema describes $file', ({ file, schema }) => {
    const validate = validatorOf(schema);
    validate(parse(readFileSync(file, 'utf8')));
    expect(validate.errors).toBeNull();
  });

  test.each([
    ['entities', [{ id: 'a b', kind: 'city', name: 'A', description: 'A.' }]],
    [
      'facts',
      { subtopic: 'a', facts: [{ id: 'a', subject: 'b', predicate: 'c', object: 'd', sources: [] }] },
    ],
    ['predicates', [{ id: 'a', domain: ['city'], range: 'name' }]],
    ['predicates', [{ id: 'a', domain: ['city'], range: 'text', en: { statement: 'No full stop' } }]],
  ])('%s refuses what authors get wrong', (schema, value) => {
    expect(validatorOf(schema)(value)).toBe(false);
  });

  test.each([
    ['niger', 'content'],
    ['mali', sample],
  ])('item describes every item of %s', (topic, content) => {
    const validate = validatorOf('item');
    const { lines } = run(['items', '--topic', topic, '--json'], content);
    expect(lines.length).toBeGreaterThan(0);
    const refused = lines.filter((line) => !validate(JSON.parse(line)));
    expect(refused).toEqual([]);
  });

  test.each([
    ['entities', 'kind', entityKinds],
    ['predicates', 'kind', entityKinds],
    ['sources', 'kind', sourceKinds],
    ['facts', 'ask', askings],
    ['facts', 'importance', importances],
    ['facts', 'rank', ranks],
    ['item', 'form', formIds],
    ['item', 'facet', facets],
  ])('%s knows the words of "%s" that the code knows', (schema, key, words) => {
    expect(enumOf(schemaOf(schema), key)).toEqual(words);
  });
});

/** The words that a schema lists for a key, wherever in it the key stands. */
function enumOf(schema: unknown, key: string): unknown {
  if (typeof schema !== 'object' || schema === null) return undefined;
  const entries = Object.entries(schema);
  const own = entries.find(([name, value]) => name === key && Array.isArray(value?.enum))?.[1];
  return own ? own.enum : entries.map(([, value]) => enumOf(value, key)).find((found) => found !== undefined);
}

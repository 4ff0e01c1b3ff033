import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parsePack } from '#core/fact/pack.ts';
import { drawMap, topicsWithMap } from '../../src/build/map-plugin.ts';
import { compileTopics } from '../../src/cli/content/compile.ts';

const { packs } = compileTopics('content');

test('topicsWithMap() are topics of the build', () => {
  expect(topicsWithMap('content').length).toBeGreaterThan(0);
  expect(packs.map(({ id }) => id)).toEqual(expect.arrayContaining([...topicsWithMap('content')]));
});

describe.each(topicsWithMap('content'))('the map of %s', (topic) => {
  const map = drawMap('content', topic);

  test('knows every place, country and focus that it speaks of', () => {
    const places = new Set(map.places.map(({ id }) => id));
    const countries = new Set(map.countries.map(({ id }) => id));
    expect(map.routes.flatMap((route) => route.places).filter((id) => !places.has(id))).toEqual([]);
    const named = map.groups.flatMap(({ members, changes }) => [
      ...members,
      ...changes.flatMap(({ joins = [], leaves = [] }) => [...joins, ...leaves]),
    ]);
    expect([...named, ...(map.focus === undefined ? [] : [map.focus])].filter((id) => !countries.has(id))).toEqual([]);
  });

  test('shows every place that it lists', () => {
    const { places } = JSON.parse(readFileSync(`content/topics/${topic}/map.json`, 'utf8'));
    if (places) expect(map.places.map(({ id }) => id).toSorted()).toEqual(places.toSorted());
  });

  test('dates every change of members by a fact of its topic', () => {
    const pack = packs.find(({ id }) => id === topic);
    const facts = new Set<string>(parsePack(JSON.parse(pack?.json ?? '')).facts.map(({ id }) => id));
    const changes = map.groups.flatMap((group) => group.changes.map(({ fact }) => fact));
    expect(changes.filter((fact) => !facts.has(fact))).toEqual([]);
  });

  test('leaves out countries that are not in view', () => {
    const { view } = JSON.parse(readFileSync(`content/topics/${topic}/map.json`, 'utf8'));
    const ids = map.countries.map(({ id }) => id);
    expect(ids).toContain('ML');
    // Egypt begins at 24.7 degrees east.
    expect(ids.includes('EG')).toBe(view[2] > 24.7);
  });

  test('names those who made its data', () => {
    expect(map.credits).toContain('GeoNames (CC BY 4.0)');
  });

  test('has well-formed paths', () => {
    for (const { path } of [...map.countries, ...map.regions]) {
      expect(path).toMatch(/^(?:M-?[\d.]+ ?-?[\d.]+l(?:[ -]?[\d.]+){2,}z)+$/);
    }
  });
});

import { describe, expect, test } from 'vitest';
import { factOf, indexTopic } from '#core/fact/base.ts';
import { kindredOf } from '#core/fact/kindred.ts';
import { valuesNear } from '#core/fact/neighbours.ts';
import { valueIn } from '#core/fact/slot.ts';
import { syntheticTopic } from '../synthetic.ts';
import { entity, entityId, factId, harbour } from '../topic.ts';

const base = indexTopic(syntheticTopic(4000));
const near = (id: string, facet: 'object' | 'subject' = 'object') => {
  const fact = factOf(base, factId(id));
  const key = valueIn(fact, facet);
  return key ? valuesNear(base, fact, facet, key) : [];
};

describe('valuesNear()', () => {
  test('gives dates of the same precision, close to the key', () => {
    const years = near('date-300').map(({ value }) =>
      value.type === 'date' ? Number(value.date.iso.slice(0, 4)) : 0,
    );
    expect(
      new Set(near('date-300').map(({ value }) => value.type === 'date' && value.date.precision)),
    ).toEqual(new Set(['day']));
    expect(years.length).toBeGreaterThan(20);
    for (const year of years) expect(Math.abs(year - 1960)).toBeLessThanOrEqual(12);
  });

  test('gives what fills the same slot of the same predicate', () => {
    const offices = near('mayor-300').map(({ value }) => value.type === 'entity' && value.id);
    expect(offices).toContain('office-301');
    expect(offices.every((id) => String(id).startsWith('office-'))).toBe(true);
  });

  test('gives no more from a larger base', () => {
    for (const id of ['date-300', 'mayor-300', 'founded-300', 'place-300']) {
      expect(near(id).length).toBeLessThanOrEqual(2 * 48);
      expect(near(id).length).toBeGreaterThan(10);
    }
  });
});

describe('kindredOf()', () => {
  test('is bounded and of one kind', () => {
    const towns = kindredOf(base, entityId('town-500'));
    expect(towns.length).toBeLessThanOrEqual(120);
    expect(new Set(towns.map(({ kind }) => kind))).toEqual(new Set(['city']));
    expect(towns.map(({ id }) => id)).not.toContain('town-500');
  });

  test('finds what is close on the map or described in the same rare words, wherever it stands in the topic', () => {
    const far = Array.from({ length: 100 }, (_, index) =>
      entity(`town-${index}`, {
        kind: 'city',
        name: `Town ${index}`,
        description: 'A town.',
        coordinates: [index, -50],
      }),
    );
    const own = entity('own', {
      kind: 'city',
      name: 'Own',
      description: 'A town with salt works.',
      coordinates: [-30, 40],
    });
    const close = entity('close', {
      kind: 'city',
      name: 'Close',
      description: 'A town.',
      coordinates: [-31, 41],
    });
    const salty = entity('salty', { kind: 'city', name: 'Salty', description: 'Its salt works are old.' });
    const topic = {
      ...harbour,
      facts: [],
      entities: [
        own,
        ...far,
        close,
        ...far.map((town) => ({ ...town, id: entityId(`${town.id}-b`) })),
        salty,
      ],
    };
    const kindred = kindredOf(indexTopic(topic), own.id).map(({ id }) => id);
    expect(kindred).toContain('close');
    expect(kindred).toContain('salty');
  });
});

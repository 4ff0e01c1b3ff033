import { describe, expect, test } from 'vitest';
import { entityOf } from '#core/fact/base.ts';
import { grade } from '#core/review/grade.ts';
import { coast, itemsOfForm, regattas } from '../form-topics.ts';

const items = itemsOfForm(coast, 'map', [1, 2, 3]);

describe('map', () => {
  test('points at places only, each with its coordinates', () => {
    expect(items.length).toBeGreaterThan(5);
    for (const { options, interaction } of items) {
      expect(interaction).toBe('point');
      for (const { text, entity } of options) {
        const place = entity && entityOf(coast, entity);
        expect(place?.name).toBe(text);
        expect(place?.coordinates).toBeDefined();
      }
    }
  });

  test('leaves out what lies in another part of the world', () => {
    expect(items.flatMap(({ options }) => options.map(({ text }) => text))).not.toContain('Garden City');
  });

  test('certifies every wrong place and takes the key', () => {
    for (const item of items) {
      expect(
        item.options.filter(({ correct, certificate }) => correct === (certificate !== undefined)),
      ).toEqual([]);
      expect(grade(item, { type: 'choice', option: item.key }).marks).toBe(1);
    }
  });

  test('does not ask for places of which nobody says where they are', () => {
    expect(itemsOfForm(regattas, 'map')).toEqual([]);
  });
});

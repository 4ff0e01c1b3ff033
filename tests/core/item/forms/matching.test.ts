import { describe, expect, test } from 'vitest';
import { factOf } from '#core/fact/base.ts';
import type { Base } from '#core/fact/base.ts';
import { refute } from '#core/fact/truth.ts';
import { makeItem } from '#core/item/generate.ts';
import { contentWords, echoes } from '#core/item/words.ts';
import { grade } from '#core/review/grade.ts';
import { card } from '../../topic.ts';
import { coast, itemsOfForm, layoutOf, regattas } from '../form-topics.ts';

const bases: readonly Base[] = [regattas, coast];
const all = bases.flatMap((base) =>
  itemsOfForm(base, 'matching').map((item) => ({ base, item, ...layoutOf(item, 'match') })),
);

describe('matching', () => {
  test('asks one question for all pairs', () => {
    expect(makeItem(coast, card('fair-place', 'object'), 'matching', 1)?.stem).toBe(
      'In which town did each of these take place?',
    );
    const dated = all.find(({ item }) => /date/.test(item.stem));
    expect(dated?.item.stem).toBe('On what date did each of these take place?');
  });

  test('has three or four pairs and one target too many', () => {
    expect(all.length).toBeGreaterThan(100);
    for (const { tiles, targets, shared } of all) {
      expect([3, 4]).toContain(tiles.length);
      expect(targets.length).toBe(tiles.length + 1);
      expect(shared).toBe(false);
    }
  });

  test('gives every tile a target of its own and certifies the one left over', () => {
    for (const { tiles, targets, solution } of all) {
      const used = tiles.map(({ id }) => solution[id]);
      expect(new Set(used).size).toBe(tiles.length);
      for (const { id, certificate } of targets) expect(certificate === undefined).toBe(used.includes(id));
    }
  });

  test('is proven: no tile could have the target of another or the one left over', () => {
    for (const { base, item, tiles, targets, solution } of all) {
      for (const tile of tiles) {
        const fact = factOf(base, tile.fact);
        const others = item.facts.map((id) => factOf(base, id)).filter((other) => other !== fact);
        expect(others.length).toBe(targets.length - 1);
        for (const other of others) expect(refute(base, fact, 'object', other.object)).toBeDefined();
        expect(targets.some(({ id }) => id === solution[tile.id])).toBe(true);
      }
    }
  });

  test('takes its solution as right', () => {
    for (const { item, solution } of all) {
      const pairs = Object.entries(solution).map(([tile, target]) => ({ tile, target }));
      expect(grade(item, { type: 'match', pairs }).marks).toBe(1);
    }
  });

  test('leaves out a pair whose name tells its target', () => {
    for (const { tiles, targets, solution } of all) {
      for (const { id, text } of tiles) {
        const target = targets.find((one) => one.id === solution[id])?.text ?? '';
        expect(echoes(text, contentWords(target))).toBe(false);
      }
    }
  });
});

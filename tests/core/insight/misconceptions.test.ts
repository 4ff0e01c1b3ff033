import { describe, expect, test } from 'vitest';
import { studentOf } from '#core/assignment/assignment.ts';
import { misconceptionsOf } from '#core/insight/misconceptions.ts';
import type { Sheet } from '#core/insight/misconceptions.ts';
import { trialsOf } from '#core/insight/trial.ts';
import { cardsOf, makeItem } from '#core/item/generate.ts';
import type { FormId, Item } from '#core/item/item.ts';
import { grade } from '#core/review/grade.ts';
import type { Response } from '#core/review/response.ts';
import { nigerBase } from '../../niger.ts';
import { searchClasses } from './simulated-class.ts';

const base = nigerBase();
const cards = cardsOf(base);
const itemsIn = (form: FormId, seed = 3): readonly Item[] =>
  cards.flatMap((card) => makeItem(base, card, form, seed) ?? []);
const choices = itemsIn('single-choice');

describe('misconceptionsOf()', () => {
  test('finds nine in ten planted confusions in classes of 30, with one false alarm in twenty at most', () => {
    const { found, falseShare } = searchClasses(
      choices,
      { classes: 60, planted: 3, held: 0.6, ability: 0.65 },
      'planted',
    );
    expect(found).toBeGreaterThanOrEqual(0.9);
    expect(falseShare).toBeLessThanOrEqual(0.05);
  });

  test('finds nothing in 95 of 100 classes that only guess what they do not know', () => {
    const { falseClasses } = searchClasses(
      choices,
      { classes: 100, planted: 0, held: 0, ability: 0.5 },
      'innocent',
    );
    expect(falseClasses).toBeLessThanOrEqual(0.05);
  });

  test('says who took what for what, of how many, each student once', () => {
    const item = at(choices, 0);
    const lure = at(
      item.options.filter(({ correct }) => !correct),
      0,
    );
    const sheets = classOf(item, [...times(11, choose(lure.id)), ...times(17, choose(item.key))]);
    const [one, ...more] = misconceptionsOf([...sheets, ...sheets]);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ card: item.card, taken: { text: lure.text }, of: 28 });
    expect(one?.students).toEqual(sheets.slice(0, 11).map(({ student }) => student));
    // All 11 who were wrong took one of two lures: twice half of 1/2^11.
    expect(one?.p).toBeCloseTo(1 / 2 ** 11, 12);
  });

  test('says nothing of two students, however sure', () => {
    const item = at(choices, 0);
    const lure = item.options.find(({ correct }) => !correct)?.id ?? '';
    expect(misconceptionsOf(classOf(item, times(2, choose(lure))))).toEqual([]);
  });
});

describe('trialsOf()', () => {
  const wrongOf = (item: Item): Response => {
    if (item.layout?.type === 'match') {
      const targets = item.layout.targets.map(({ id }) => id);
      const { solution } = item.layout;
      return { type: 'match', pairs: item.layout.tiles.map(({ id }) => ({ tile: id, target: targets.find((target) => target !== solution[id]) ?? '' })) }; // prettier-ignore
    }
    return item.interaction === 'text-entry'
      ? { type: 'text', text: item.rivals[0] ?? '' }
      : { type: 'choice', option: item.options.find(({ correct }) => !correct)?.id ?? '' };
  };

  test.each(['single-choice', 'typed', 'matching', 'as-of', 'who-said'] as const)(
    'names what is taken for what in %s',
    (form) => {
      const items = itemsIn(form).filter(
        (item) => item.interaction !== 'text-entry' || item.rivals.length > 1,
      );
      expect(items.length).toBeGreaterThan(5);
      for (const item of items) {
        for (const trial of trialsOf({ item, response: wrongOf(item) })) {
          expect(trial.taken).toHaveLength(1);
          expect(trial.lures.map(({ text }) => text)).not.toContain(trial.right);
          expect(trial.lures.map(({ text }) => text)).toContain(trial.taken[0]?.text);
        }
      }
    },
  );

  test('takes "true" of a false statement for the thing that was put in', () => {
    const item = at(
      itemsIn('true-false').filter(({ repair }) => repair),
      0,
    );
    const [said, ...more] = trialsOf({ item, response: choose('true') });
    expect(more).toEqual([]);
    expect(said).toMatchObject({ taken: [{ text: item.repair?.wrong }], chance: 0.5, telling: true });
    expect(trialsOf({ item, response: choose('false') })[0]).toMatchObject({ taken: [], telling: true });
  });

  test('learns nothing from what was left open or passed', () => {
    const item = at(choices, 0);
    expect(trialsOf({ item })).toEqual([]);
    expect(trialsOf({ item, response: { type: 'pass' } })).toEqual([]);
  });
});

function classOf(item: Item, responses: readonly Response[]): readonly Sheet[] {
  return responses.map((response, index) => {
    const score = grade(item, response);
    return {
      student: studentOf(`Student ${index + 1}`),
      cells: [{ item, response, score, marks: score.marks }],
    };
  });
}

const choose = (option: string): Response => ({ type: 'choice', option });
const times = (count: number, response: Response): readonly Response[] =>
  Array.from({ length: count }, () => response);

function at<T>(values: readonly T[], index: number): T {
  const value = values[index];
  if (value === undefined) throw new RangeError(`Give at least ${index + 1} values`);
  return value;
}

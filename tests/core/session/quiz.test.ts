import { beforeAll, describe, expect, test } from 'vitest';
import { factOf, indexTopic } from '#core/fact/base.ts';
import type { Base } from '#core/fact/base.ts';
import { factOfCard } from '#core/fact/fact.ts';
import type { Card } from '#core/fact/fact.ts';
import { cardsOf, makeItem } from '#core/item/generate.ts';
import { forms } from '#core/item/forms/index.ts';
import type { Item } from '#core/item/item.ts';
import { giveAway, telltaleOf } from '#core/item/leak.ts';
import { answeringOf } from '#core/session/blueprint.ts';
import type { Entry, QuizSpec } from '#core/session/plan.ts';
import { quizEntries, sectionedEntries } from '#core/session/quiz.ts';
import { nigerBase } from '../../niger.ts';
import { syntheticTopic } from '../synthetic.ts';
import { harbourBase } from '../topic.ts';

let base: Base;
let cards: readonly Card[];
const wish: QuizSpec = { subtopics: [], forms: [], count: 20, seed: 42 };

beforeAll(() => {
  base = nigerBase();
  cards = cardsOf(base);
});

const quiz = (over: Partial<QuizSpec> = {}): readonly Entry[] =>
  quizEntries(base, cards, { ...wish, ...over });
const cardOf = ({ card }: Entry): Card => {
  const found = cards.find(({ id }) => id === card);
  if (!found) throw new RangeError(`Ask a card of the base, not "${card}"`);
  return found;
};
const factsOf = (entries: readonly Entry[]) => entries.map((entry) => factOf(base, cardOf(entry).fact));
const itemsOf = (entries: readonly Entry[]): readonly Item[] =>
  entries.flatMap((entry) => makeItem(base, cardOf(entry), entry.form, entry.seed) ?? []);

describe('sectionedEntries()', () => {
  const sections = [
    { subtopics: [], forms: ['single-choice'], count: 6, difficulty: 'easy' },
    { subtopics: [], forms: [], count: 8 },
    { subtopics: [], forms: ['typed', 'single-choice'], count: 6 },
  ] as const;

  test('is one quiz for one section', () => {
    for (const version of [0, 2])
      expect(sectionedEntries(base, cards, [wish], { seed: 42, version })).toEqual(quiz({ version }));
  });

  test.each([0, 1, 3])(
    'asks no fact twice and tells no answer over all sections of version %i',
    (version) => {
      const entries = sectionedEntries(base, cards, sections, { seed: 5, version });
      expect(entries).toHaveLength(20);
      expect(new Set(factsOf(entries)).size).toBe(20);
      expect(entries.slice(0, 6).every(({ form }) => form === 'single-choice')).toBe(true);
      const telltales = itemsOf(entries).map((item) => telltaleOf(base, item));
      for (const [place, one] of telltales.entries())
        for (const other of telltales.slice(place + 1)) expect(giveAway(one, other)).toBe(false);
    },
  );
});

describe('quizEntries()', () => {
  test('gives items none of which tells what another asks', () => {
    for (const version of [0, 1, 25]) {
      const telltales = itemsOf(quiz({ version })).map((item) => telltaleOf(base, item));
      expect(telltales).toHaveLength(20);
      for (const [place, one] of telltales.entries()) {
        for (const other of telltales.slice(place + 1)) expect(giveAway(one, other)).toBe(false);
      }
    }
  });

  test('asks no fact twice, whichever card of an item it belongs to', () => {
    for (const version of [0, 1, 25]) {
      const asked = itemsOf(quiz({ version })).flatMap(({ cards: own }) => [...new Set(own.map(factOfCard))]);
      expect(asked.length).toBeGreaterThan(20);
      expect(new Set(asked).size).toBe(asked.length);
    }
  });

  test('has only items that the program marks, unless others are wished', () => {
    expect(itemsOf(quiz()).filter(({ interaction }) => interaction === 'reveal')).toEqual([]);
    expect(new Set(quiz({ forms: ['flashcard', 'gap-card'] }).map(({ form }) => form))).toEqual(
      new Set(['flashcard', 'gap-card']),
    );
  });

  test('gives parallel versions of one blueprint: other facts in the same subtopics, forms and importance', () => {
    const table = (entries: readonly Entry[]) =>
      factsOf(entries)
        .map(({ subtopic, importance }, place) => `${subtopic} ${importance} ${entries[place]?.form}`)
        .toSorted();
    const first = quiz();
    const seen = new Set<string>();
    for (const version of [1, 2, 25]) {
      const parallel = quiz({ version });
      expect(table(parallel)).toEqual(table(first));
      expect(new Set(factsOf(parallel)).size).toBe(20);
      const shared = factsOf(parallel).filter((fact) => factsOf(first).includes(fact));
      expect(shared.length).toBeLessThanOrEqual(8);
      seen.add(JSON.stringify(parallel));
    }
    expect(seen.size).toBe(3);
  });

  test('keeps to the wished importance, difficulty and way of answering', () => {
    expect(new Set(factsOf(quiz({ importances: ['core'] })).map(({ importance }) => importance))).toEqual(
      new Set(['core']),
    );
    for (const answering of ['recall', 'recognition'] as const) {
      expect(new Set(quiz({ answering }).map(({ form }) => answeringOf[forms[form].interaction]))).toEqual(
        new Set([answering]),
      );
    }
    const mean = (difficulty: QuizSpec['difficulty']): number => {
      const items = itemsOf(quiz(difficulty && { difficulty }));
      return items.reduce((sum, item) => sum + item.difficulty, 0) / items.length;
    };
    expect(mean('easy') + 0.05).toBeLessThan(mean('mixed'));
    expect(mean('mixed') + 0.05).toBeLessThan(mean('hard'));
  });
});

/** Quizzes are the same on every device for ever; a change comes with another `generatorVersion` and new vectors. */
test('quizEntries() gives the frozen quizzes', async () => {
  const quizzes = [harbourBase(), indexTopic(syntheticTopic(120))].flatMap((invented) => {
    const own = cardsOf(invented);
    return [{}, { difficulty: 'hard' }, { answering: 'recognition' }, { version: 3 }].map((over) =>
      quizEntries(invented, own, { ...wish, count: 8, ...(over as Partial<QuizSpec>) }),
    );
  });
  await expect(JSON.stringify(quizzes, undefined, 1)).toMatchFileSnapshot('../../vectors/quizzes.v5.json');
});

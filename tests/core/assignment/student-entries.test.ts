import { beforeAll, describe, expect, test } from 'vitest';
import type { Base } from '#core/fact/base.ts';
import type { Card } from '#core/fact/fact.ts';
import { cardsOf, makeItem } from '#core/item/generate.ts';
import { defaultSettings, studentOf } from '#core/assignment/assignment.ts';
import type { Assignment, Variety } from '#core/assignment/assignment.ts';
import { itemSetOf, setCount, sharedSets } from '#core/assignment/item-sets.ts';
import { assignmentEntries, entriesFor } from '#core/assignment/student-entries.ts';
import { studentSeed } from '#core/assignment/student-seed.ts';
import { quizEntries } from '#core/session/quiz.ts';
import { nigerBase } from '../../niger.ts';
import { plainAssignment } from './samples.ts';

let base: Base;
let cards: readonly Card[];
beforeAll(() => {
  base = nigerBase();
  cards = cardsOf(base);
});

const varied = (variety: Variety): Assignment =>
  plainAssignment(base, { settings: { ...defaultSettings, variety } });

describe('assignmentEntries()', () => {
  test('asks what a quiz with the same wishes asks', () => {
    const { seed } = varied('same');
    expect(assignmentEntries(base, cards, varied('same'))).toEqual(
      quizEntries(base, cards, { subtopics: [], forms: [], count: 20, seed }),
    );
  });

  test('asks no fact twice over several sections', () => {
    const [first, second] = base.topic.subtopics.map(({ id }) => id);
    if (!first || !second) throw new RangeError('The topic has subtopics');
    const sections = [
      { subtopics: [first], forms: ['single-choice' as const], count: 5 },
      { subtopics: [first, second], forms: [], count: 10 },
    ];
    for (const version of [0, 3]) {
      const entries = assignmentEntries(
        base,
        cards,
        plainAssignment(base, { content: { type: 'blueprint', version, sections } }),
      );
      expect(entries).toHaveLength(15);
      expect(new Set(entries.map(({ card }) => card.split('/')[0])).size).toBe(15);
      expect(entries.slice(0, 5).every(({ form }) => form === 'single-choice')).toBe(true);
    }
  });
});

describe('entriesFor()', () => {
  test('gives everybody the same where nothing is to differ', () => {
    const asked = entriesFor(base, cards, varied('same'), studentOf('7'));
    expect(asked.map(({ entry }) => entry)).toEqual(assignmentEntries(base, cards, varied('same')));
    expect(asked.map(({ column }) => column)).toEqual(asked.map((_, place) => place));
  });

  test('gives every student the same items in another order, or other items about the same facts', () => {
    for (const variety of ['order', 'items'] as const) {
      const assignment = varied(variety);
      const common = assignmentEntries(base, cards, assignment);
      const [one, again, other] = ['7', '07', '8'].map((label) =>
        entriesFor(base, cards, assignment, studentOf(label)),
      );
      expect(again).toEqual(one);
      expect(other?.map(({ column }) => column)).not.toEqual(one?.map(({ column }) => column));
      for (const { entry, column } of one ?? []) {
        expect([entry.card, entry.form]).toEqual([common[column]?.card, common[column]?.form]);
        const card = cards.find(({ id }) => id === entry.card);
        expect(card && makeItem(base, card, entry.form, entry.seed)).toBeDefined();
      }
      const changed = (one ?? []).filter(({ entry, column }) => entry.seed !== common[column]?.seed);
      if (variety === 'order') expect(changed).toEqual([]);
      else expect(changed.length).toBeGreaterThan(10);
    }
  });

  test('keeps the seeds of students for ever', () => {
    const assignment = varied('items');
    expect(
      [studentOf('7'), studentOf('Élodie'), studentOf('elodie')].map((student) =>
        studentSeed(assignment, student),
      ),
    ).toEqual([13358396, 552955071, 552955071]);
  });
});

describe('item sets', () => {
  const inSets = (): Assignment => ({ ...varied('items'), itemSets: true });
  const students = Array.from({ length: 60 }, (_, place) => studentOf(`Student ${place}`));

  test('are shared, each student in an order of their own', () => {
    const assignment = inSets();
    const setOf = (student: (typeof students)[number]): string => itemSetOf(assignment, student, 20).name;
    const one = students.find(
      (student) => students.filter((other) => setOf(other) === setOf(student)).length > 1,
    );
    const twin = students.findLast((student) => one && setOf(student) === setOf(one));
    if (!one || !twin) throw new RangeError('Sixty students share 32 sets');
    const [mine, theirs] = [one, twin].map((student) => entriesFor(base, cards, assignment, student));
    expect(mine).not.toEqual(theirs);
    expect(new Set(mine?.map(({ entry }) => JSON.stringify(entry)))).toEqual(
      new Set(theirs?.map(({ entry }) => JSON.stringify(entry))),
    );
  });

  test('are so many that neighbours seldom share one, and so few that all can be kept', () => {
    expect([1, 10, 20, 40, 100, 200].map(setCount)).toEqual([32, 32, 32, 16, 8, 8]);
    const sets = sharedSets(inSets(), 20);
    const names = new Set(sets.map(({ name }) => name));
    expect([names.size, new Set(sets.map(({ shift }) => shift)).size]).toEqual([32, 32]);
    for (const student of students) {
      const set = itemSetOf(inSets(), student, 20);
      expect(sets.find(({ name }) => name === set.name)).toEqual(set);
    }
    expect(sharedSets(varied('items'), 20)).toEqual([]);
  });

  test('stay the same for ever', () => {
    expect(['7', 'Amina'].map((label) => itemSetOf(inSets(), studentOf(label), 20))).toMatchInlineSnapshot(`
      [
        {
          "name": "28",
          "shift": 1189083705,
        },
        {
          "name": "20",
          "shift": 1313549664,
        },
      ]
    `);
  });
});

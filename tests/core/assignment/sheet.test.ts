import { beforeAll, describe, expect, test } from 'vitest';
import type { Base } from '#core/fact/base.ts';
import type { Card } from '#core/fact/fact.ts';
import { firstOf } from '#core/item/first-of.ts';
import { cardsOf, generatorVersion, makeItem } from '#core/item/generate.ts';
import { formIds } from '#core/item/item.ts';
import { parseItem } from '#core/item/parse-item.ts';
import { seededRandom } from '#core/item/random.ts';
import { payloadOf } from '#core/assignment/assignment-event.ts';
import { assignmentLogOf } from '#core/assignment/assignment-log.ts';
import { assignmentId } from '#core/assignment/assignment-code.ts';
import type { TakenUp } from '#core/assignment/assignment-event.ts';
import { defaultSettings, studentOf, varieties } from '#core/assignment/assignment.ts';
import type { Assignment, Student, Variety } from '#core/assignment/assignment.ts';
import { newSheets, setsToKeep, sheetMaker } from '#core/assignment/class-sheets.ts';
import type { ClassSheets } from '#core/assignment/class-sheets.ts';
import { classMarker, classResults, keptMarker } from '#core/assignment/collect.ts';
import { parseClassSheets } from '#core/assignment/parse-class-sheets.ts';
import { decodeResult } from '#core/assignment/result-code.ts';
import type { ReadResult } from '#core/assignment/result-code.ts';
import { parseSheet } from '#core/assignment/parse-sheet.ts';
import { sheetFor } from '#core/assignment/sheet.ts';
import type { SessionId } from '#core/review/event.ts';
import { nigerBase } from '../../niger.ts';
import { handIns } from './class.ts';
import { plainAssignment } from './samples.ts';

let base: Base;
let cards: readonly Card[];
beforeAll(() => {
  base = nigerBase();
  cards = cardsOf(base);
});

/** A quiz of six, made by rules that no program has any more. */
const older = (variety: Variety | 'sets'): Assignment =>
  plainAssignment(base, {
    generator: generatorVersion - 1,
    settings: { ...defaultSettings, variety: variety === 'sets' ? 'items' : variety },
    ...(variety === 'sets' && { itemSets: true }),
    content: {
      type: 'blueprint',
      version: 0,
      sections: [{ subtopics: [], forms: ['single-choice'], count: 6 }],
    },
  });

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('items that are kept whole', () => {
  test.each(formIds)('read back as they were: %s', (form) => {
    const item = firstOf(cards, (card) => makeItem(base, card, form, 3));
    expect(parseItem(throughJson(item))).toEqual(item);
  });

  test('an attempt keeps its items, and one whose items cannot be read stands without them', () => {
    const assignment = older('items');
    const sheet = sheetFor({ base, cards }, assignment, studentOf('7'));
    expect(sheet.terms.packVersion).toBe(base.topic.version);
    expect(sheet.items).toHaveLength(6);
    const body: TakenUp = {
      attempt: '0011223344556677' as SessionId,
      assignment: assignmentId(assignment, base.topic),
      topic: base.topic.id,
      title: '',
      student: studentOf('7'),
      code: 'AAAAAAAAAAAA',
      startedUtcMs: 1,
      extendedBy: 0,
      sheet,
    };
    const takenUp = (kept: unknown) =>
      assignmentLogOf([
        { ...payloadOf({ kind: 'taken-up', body }), body: throughJson({ ...body, sheet: kept }) },
      ]).takenUp.get(body.attempt);
    expect(parseSheet(takenUp(sheet)?.sheet)).toEqual(sheet);
    const damaged = takenUp({ ...sheet, items: [{ stem: 'Who?' }] });
    expect(damaged?.student).toBe('7');
    expect(parseSheet(damaged?.sheet)).toBeUndefined();
  });
});

/** Sheets with all that is kept when a quiz is handed out to these students. */
function sheetsOf(assignment: Assignment, students: readonly Student[] = []): ClassSheets {
  const empty = newSheets({ base, cards }, assignment);
  return setsToKeep(empty, assignment, students).reduce(sheetMaker({ base, cards }, empty.columns), empty);
}

const collectedFrom = (assignment: Assignment, students: number, attempts = 1): readonly ReadResult[] =>
  handIns({ base, cards, assignment }, students, attempts, seededRandom('sheets')).flatMap(({ code }) => {
    const result = decodeResult(code);
    return result.ok ? [result.value] : [];
  });

describe('the sheets of a class', () => {
  test.each([...varieties, 'sets'] as const)('mark just as making the items again does: %s', (variety) => {
    const assignment = older(variety);
    const read = { id: assignmentId(assignment, base.topic), assignment };
    const collected = collectedFrom(assignment, 5, 2);
    // In sets nobody needs to be known.
    const students = variety === 'sets' ? [] : ['1', '2', '3', '4', '5'].map(studentOf);
    const kept = parseClassSheets(throughJson(sheetsOf(assignment, students))) as ClassSheets;
    const nothing = { base, cards: [] };
    const anew = classResults(
      { base, cards },
      read,
      collected,
      'best',
      classMarker({ base, cards }, assignment),
    );
    expect(classResults(nothing, read, collected, 'best', keptMarker(kept, assignment))).toEqual(anew);
    expect(anew.rows).toHaveLength(10);
    expect(anew.rows.some(({ marks }) => marks > 0)).toBe(true);
  });

  test('tell apart who was not known when items were made for everybody', () => {
    const assignment = older('items');
    const read = { id: assignmentId(assignment, base.topic), assignment };
    const sheets = sheetsOf(assignment, [studentOf('2')]);
    const collected = collectedFrom(assignment, 3);
    const results = classResults({ base, cards }, read, collected, 'best', keptMarker(sheets, assignment));
    expect(results.rows.map(({ student }) => student)).toEqual(['2']);
    expect(results.unmarked.map(({ student }) => student)).toEqual(['1', '3']);
  });

  test('with an item missing leave the result unmarked, and never shift one answer to another question', () => {
    for (const variety of [...varieties, 'sets'] as const) {
      const assignment = older(variety);
      const read = { id: assignmentId(assignment, base.topic), assignment };
      const [, result] = collectedFrom(assignment, 2);
      if (!result) throw new RangeError('Two have handed in');
      const whole = sheetsOf(assignment, [studentOf('2')]);
      const lacking: ClassSheets = {
        ...whole,
        common: whole.common.slice(1),
        own: Object.fromEntries(Object.entries(whole.own).map(([name, items]) => [name, items.slice(1)])),
      };
      const lost = cards.filter(({ id }) => id !== whole.columns[0]?.card);
      const markers = [
        keptMarker(lacking, assignment),
        classMarker(
          { base, cards: lost },
          { ...assignment, content: { type: 'entries', entries: whole.columns } },
        ),
      ];
      for (const marker of markers) {
        const { rows, unmarked } = classResults({ base, cards }, read, [result], 'best', marker);
        expect([rows, unmarked]).toEqual([[], [result.result]]);
      }
      const short = { ...result, result: { ...result.result, answers: result.result.answers.slice(1) } };
      const marker = keptMarker(whole, assignment);
      expect(classResults({ base, cards }, read, [short], 'best', marker).unmarked).toEqual([short.result]);
    }
  });
});

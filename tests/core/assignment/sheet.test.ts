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
import type { Assignment, Variety } from '#core/assignment/assignment.ts';
import { newSheets, sheetMaker } from '#core/assignment/class-sheets.ts';
import type { ClassSheets } from '#core/assignment/class-sheets.ts';
import { classMarker, classResults, keptMarker } from '#core/assignment/collect.ts';
import { parseClassSheets } from '#core/assignment/parse-class-sheets.ts';
import { decodeResult } from '#core/assignment/result-code.ts';
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
const older = (variety: Variety): Assignment =>
  plainAssignment(base, {
    generator: generatorVersion - 1,
    settings: { ...defaultSettings, variety },
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

describe('the sheets of a class', () => {
  test.each(varieties)('mark just as making the items again does: %s', (variety) => {
    const assignment = older(variety);
    const read = { id: assignmentId(assignment, base.topic), assignment };
    const collected = handIns({ base, cards, assignment }, 5, 2, seededRandom('sheets')).flatMap(
      ({ code }) => {
        const result = decodeResult(code);
        return result.ok ? [result.value] : [];
      },
    );
    const add = sheetMaker({ base, cards }, assignment);
    const students = ['1', '2', '3', '4', '5'].map(studentOf);
    const sheets = students.reduce(add, newSheets({ base, cards }, assignment));
    const kept = parseClassSheets(throughJson(sheets)) as ClassSheets;
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
    const sheets = sheetMaker({ base, cards }, assignment)(
      newSheets({ base, cards }, assignment),
      studentOf('2'),
    );
    const collected = handIns({ base, cards, assignment }, 3, 1, seededRandom('known')).flatMap(
      ({ code }) => {
        const result = decodeResult(code);
        return result.ok ? [result.value] : [];
      },
    );
    const results = classResults({ base, cards }, read, collected, 'best', keptMarker(sheets, assignment));
    expect(results.rows.map(({ student }) => student)).toEqual(['2']);
    expect(results.unmarked.map(({ student }) => student)).toEqual(['1', '3']);
  });
});

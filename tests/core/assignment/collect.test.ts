import { describe, expect, test } from 'vitest';
import { makeItem, possibleCards } from '#core/item/generate.ts';
import { seededRandom } from '#core/item/random.ts';
import { defaultSettings, studentOf } from '#core/assignment/assignment.ts';
import { payloadOf } from '#core/assignment/assignment-event.ts';
import { assignmentLogOf } from '#core/assignment/assignment-log.ts';
import { arrivalOf, classResults } from '#core/assignment/collect.ts';
import type { Policy } from '#core/assignment/class-results.ts';
import { decodeResult, encodeResult } from '#core/assignment/result-code.ts';
import type { ReadResult } from '#core/assignment/result-code.ts';
import { assignmentEntries, entriesFor } from '#core/assignment/student-entries.ts';
import { assignmentId } from '#core/assignment/assignment-code.ts';
import type { Assignment, Result } from '#core/assignment/assignment.ts';
import { indexTopic } from '#core/fact/base.ts';
import { syntheticTopic } from '../synthetic.ts';
import { chaos, handIns, merged, newDesk, receive } from './class.ts';
import { plainAssignment, someKey } from './samples.ts';

const base = indexTopic(syntheticTopic(120));
const cards = possibleCards(base);
const assignment = plainAssignment(base, {
  content: {
    type: 'blueprint',
    version: 0,
    sections: [{ subtopics: [], forms: ['single-choice'], count: 8 }],
  },
});
const school = { base, cards, assignment };
const id = assignmentId(assignment, base.topic);
const items = assignmentEntries(base, cards, assignment).length;

const read = (result: Result, fill = 1): ReadResult => {
  const decoded = decodeResult(encodeResult(result, someKey('e', fill), new Uint8Array(64)));
  if (!decoded.ok) throw new RangeError(decoded.problem.type);
  return decoded.value;
};

describe('classResults()', () => {
  test('counts 400 hand-ins of 120 attempts once each, duplicated, reordered, at two desks, with clocks astray', () => {
    const random = seededRandom('collect');
    const codes = handIns(school, 10, 12, random);
    const desks = [newDesk(), newDesk()] as const;
    const there: readonly [ReadResult[], ReadResult[]] = [[], []];
    for (const [{ code }, desk] of chaos(codes, 400, random)) {
      receive(desks[desk], code, there[desk], [], items);
    }
    const rows = classResults(school, { id, assignment }, merged(desks), 'best').rows;
    const marks = new Map(rows.map((row) => [row.attempt, row.marks]));
    expect(rows).toHaveLength(codes.length);
    for (const { result, right } of codes) expect(marks.get(result.id)).toBe(right);
    expect(rows.filter(({ counts }) => counts)).toHaveLength(10);
    expect(classResults(school, { id, assignment }, merged([...desks].reverse()), 'best').rows).toEqual(rows);
  });

  test.each<[Policy, number]>([
    ['first', 1],
    ['last', 3],
    ['best', 2],
  ])('lets the %s of three attempts stand for a student, and never their sum', (policy, number) => {
    const own = attemptsWith([0, 2, 1]);
    const { rows } = classResults(school, { id, assignment }, own.toReversed(), policy);
    expect(rows.map((row) => [row.number, row.marks])).toEqual([
      [1, 0],
      [2, 2],
      [3, 1],
    ]);
    expect(rows.filter(({ counts }) => counts).map((row) => row.number)).toEqual([number]);
  });

  test('lists attempts beyond those allowed, and does not count them', () => {
    const once: Assignment = { ...assignment, settings: { ...defaultSettings, attempts: 1 } };
    const { rows } = classResults(school, { id, assignment: once }, attemptsWith([0, 2]), 'best');
    expect(rows.map(({ counts }) => counts)).toEqual([true, false]);
  });

  test('says what is late by the clock of the student', () => {
    const due = { utcMs: Date.UTC(2026, 10, 25, 8, 30), tzOffsetMin: 60 };
    const [early, late] = [8, 9].map((hour) => ({
      ...resultWith(0, hour),
      finishedUtcMs: Date.UTC(2026, 10, 25, hour, 1),
    }));
    const { rows } = classResults(
      school,
      { id, assignment: { ...assignment, due } },
      [early, late].flatMap((result) => (result ? [read(result)] : [])),
      'last',
    );
    expect(rows.map((row) => row.late)).toEqual([false, true]);
  });

  test('keeps the first of two results under one name, and shows the other', () => {
    const [first, forged] = [read(resultWith(0, 8)), read({ ...resultWith(3, 8) })];
    const { rows, disputed } = classResults(school, { id, assignment }, [first, forged], 'best');
    expect(rows.map(({ marks }) => marks)).toEqual([0]);
    expect(disputed).toEqual([forged.result]);
  });

  test('gives a wrong option the fact whose value it is', () => {
    const { rows } = classResults(
      school,
      { id, assignment },
      handIns(school, 5, 1, seededRandom('chosen')).map(({ result }) => read(result)),
      'best',
    );
    const wrong = rows.flatMap(({ cells }) => cells).filter(({ response, marks }) => response && marks === 0);
    expect(wrong.length).toBeGreaterThan(3);
    for (const { item, response, chosen } of wrong) {
      const option = item.options.find((one) => response?.type === 'choice' && one.id === response.option);
      expect(chosen).toBe(option?.certificate?.belongsTo);
    }
  });
});

describe('arrivalOf()', () => {
  const first = read(resultWith(1, 8));

  test('tells duplicates, forgeries, other devices, strangers and other quizzes apart', () => {
    const again = read(resultWith(1, 8));
    const forged = read(resultWith(2, 8));
    const second = read(resultWith(1, 9), 2);
    const short = read({ ...resultWith(1, 10), answers: [] });
    expect(arrivalOf(first, [], [], items)).toBe('new');
    expect(arrivalOf(again, [first], [], items)).toBe('known');
    expect(arrivalOf(forged, [first], [], items)).toBe('changed');
    expect(arrivalOf(second, [first], [], items)).toBe('other-device');
    expect(arrivalOf(short, [first], [], items)).toBe('wrong-length');
    expect(arrivalOf(first, [], [studentOf('8')], items)).toBe('unknown-student');
    expect(arrivalOf(first, [], [studentOf('007')], items)).toBe('new');
  });
});

describe('assignmentLogOf()', () => {
  test('passes over what it cannot read, and what a newer program wrote', () => {
    const good = payloadOf({ kind: 'released', body: { assignment: id } });
    const log = assignmentLogOf([
      { v: 2, kind: 'released', body: { assignment: 'fedcba9876543210' } },
      { v: 1, kind: 'collected', body: { code: 'not a code!' } },
      { v: 1, kind: 'collected', body: { code: 'AAAAAAAAAAAA' } },
      { v: 1, kind: 'sung', body: {} },
      good,
    ]);
    expect([...log.released]).toEqual([id]);
    expect(log.collected).toEqual([]);
  });
});

/** An attempt of student 7 that began at an hour and has as many right answers as said. */
function resultWith(right: number, hour: number): Result {
  const student = studentOf('7');
  const asked = entriesFor(base, cards, assignment, student);
  const startedUtcMs = Date.UTC(2026, 10, 25, hour);
  return {
    id: hour.toString(16).padStart(16, 'a') as Result['id'],
    assignment: id,
    student,
    startedUtcMs,
    finishedUtcMs: startedUtcMs + 60_000,
    extendedBy: 0,
    answers: asked.map(({ entry }, place) => {
      const card = cards.find((known) => known.id === entry.card);
      const key = card && makeItem(base, card, entry.form, entry.seed)?.key;
      return place < right && key ? { response: { type: 'choice', option: key } } : undefined;
    }),
  };
}

const attemptsWith = (rights: readonly number[]): readonly ReadResult[] =>
  rights.map((right, place) => read(resultWith(right, 8 + place)));

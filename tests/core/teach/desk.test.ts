import { describe, expect, test } from 'vitest';
import type { AssignmentId } from '#core/assignment/assignment.ts';
import type { CardId, FactId } from '#core/fact/fact.ts';
import type { TopicId } from '#core/fact/topic.ts';
import type { DeviceId, LogEvent } from '#core/review/event.ts';
import { sealEvent } from '#core/review/log.ts';
import { deskOf } from '#core/teach/desk.ts';
import { parseTeachEvent } from '#core/teach/parse-teach-event.ts';
import type { Ruling } from '#core/teach/ruling.ts';
import { payloadOf } from '#core/teach/teach-event.ts';
import type { TeachEvent } from '#core/teach/teach-event.ts';
import { copyOf, newQuiz } from '#core/teach/teacher-quiz.ts';
import type { Print, QuizId, TeacherQuiz } from '#core/teach/teacher-quiz.ts';

const id = (digit: string): QuizId => digit.repeat(16) as QuizId;
const monday = newQuiz(id('a'), { id: 'niger' as TopicId, version: '2026-01-01' }, 7, 'Monday');
const entry = { card: 'coup-date/object' as CardId, form: 'single-choice', seed: 5 } as const;
const full: TeacherQuiz = {
  ...monday,
  sections: [
    { subtopics: [], forms: [], count: 3, difficulty: 'hard', importances: ['core'], answering: 'recall' },
  ],
  places: [{ entry, pinned: true }],
  refused: [{ card: entry.card, form: 'typed' }],
  opens: { utcMs: 1, tzOffsetMin: 60 },
  due: { utcMs: 2, tzOffsetMin: -330 },
};
const ruling: Ruling = {
  assignment: 'b'.repeat(16) as AssignmentId,
  card: entry.card,
  form: 'typed',
  kind: 'void',
};

const corrected = {
  kind: 'correct',
  old: 'a' as FactId,
  by: 'b' as FactId,
  was: 'Agadez',
  text: 'Niamey',
  accepted: ['Niamey'],
} as const;
const print: Print = { quiz: id('a'), title: 'Monday', topic: 'niger' as TopicId, pack: 'c'.repeat(16) as Print['pack'], versions: [[entry], [entry]] }; // prettier-ignore

function logOf(events: readonly TeachEvent[], deviceId = 'teacher' as DeviceId): readonly LogEvent[] {
  const log: LogEvent[] = [];
  for (const event of events) {
    const seal = { deviceId, seq: log.length + 1, wallUtcMs: 1000 * (log.length + 1), tzOffsetMin: 0, tz: 'UTC', previousHlc: log.at(-1)?.hlc }; // prettier-ignore
    log.push(sealEvent({ type: 'teach', payload: payloadOf(event) }, seal));
  }
  return log;
}

describe('deskOf()', () => {
  test('has every quiz with its versions, the one changed last first, without those removed', () => {
    const renamed = { ...monday, title: 'Tuesday' };
    const log = logOf([
      { kind: 'quiz', quiz: monday },
      { kind: 'quiz', quiz: copyOf(monday, id('b'), 'Copy') },
      { kind: 'quiz', quiz: copyOf(monday, id('c'), 'Gone') },
      { kind: 'quiz', quiz: renamed },
      { kind: 'quiz-removed', quiz: id('c') },
      { kind: 'ruling', ruling },
      { kind: 'printed', print },
      { kind: 'printed', print },
    ]);
    const desk = deskOf(log.toReversed());
    expect(desk.quizzes.map(({ quiz }) => quiz.title)).toEqual(['Tuesday', 'Copy']);
    expect(desk.quizzes[0]?.versions.map(({ quiz, savedUtcMs }) => [quiz.title, savedUtcMs])).toEqual([
      ['Tuesday', 4000],
      ['Monday', 1000],
    ]);
    expect(desk.rulings).toEqual([{ ruling, ruledUtcMs: 6000 }]);
    expect(desk.prints).toEqual([{ print, printedUtcMs: 8000 }]);
  });

  test('skips what a newer program wrote', () => {
    const newer = logOf([{ kind: 'quiz', quiz: monday }]).map((event) =>
      event.type === 'teach' ? { ...event, payload: { ...event.payload, v: 2 } } : event,
    );
    expect(deskOf(newer)).toEqual({ quizzes: [], rulings: [], prints: [] });
  });
});

describe('parseTeachEvent()', () => {
  test.each<TeachEvent>([
    { kind: 'quiz', quiz: monday },
    { kind: 'quiz', quiz: full },
    { kind: 'quiz-removed', quiz: id('d') },
    { kind: 'ruling', ruling },
    { kind: 'ruling', ruling: { ...ruling, kind: 'accept', text: 'Agadez' } },
    { kind: 'ruling', ruling: { ...ruling, kind: 'lift' } },
    { kind: 'ruling', ruling: { ...ruling, ...corrected } },
    { kind: 'ruling', ruling: { ...ruling, ...corrected, entry: { type: 'words' } } },
    {
      kind: 'ruling',
      ruling: { ...ruling, ...corrected, entry: { type: 'amount', amount: 3, tolerance: 0 } },
    },
    { kind: 'ruling', ruling: { ...ruling, ...corrected, entry: { type: 'date', date: { iso: '2023', precision: 'year' } } } }, // prettier-ignore
    { kind: 'printed', print },
  ])('reads what payloadOf() wrote: $kind', (event) => {
    expect(parseTeachEvent(JSON.parse(JSON.stringify(payloadOf(event))))).toEqual(event);
  });

  test.each([
    { ...full, id: 'x' },
    { ...full, title: 'a'.repeat(61) },
    { ...full, versions: 27 },
    { ...full, mode: 'open' },
    { ...full, sections: [{ subtopics: [], forms: ['essay'], count: 3 }] },
    { ...full, places: [{ entry }] },
    { ...full, places: Array.from({ length: 101 }, () => ({ entry, pinned: false })) },
    { ...full, settings: { ...full.settings, attempts: -1 } },
    { ...full, due: { utcMs: 'soon', tzOffsetMin: 0 } },
  ])('refuses a quiz that makes no sense (%#)', (body) => {
    expect(parseTeachEvent({ v: 1, kind: 'quiz', body })).toBeUndefined();
  });

  test.each([{}, null, { ...ruling, kind: 'accept' }, { ...ruling, kind: 'burn' }])(
    'refuses the ruling %j',
    (body) => {
      expect(parseTeachEvent({ v: 1, kind: 'ruling', body })).toBeUndefined();
    },
  );
});

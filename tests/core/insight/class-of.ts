import { defaultSettings, studentOf } from '#core/assignment/assignment.ts';
import type { AssignmentId, PackHash } from '#core/assignment/assignment.ts';
import type { ClassResults, Row } from '#core/assignment/class-results.ts';
import type { Item } from '#core/item/item.ts';
import { generatorVersion } from '#core/item/generate.ts';
import type { SessionId } from '#core/review/event.ts';
import { grade } from '#core/review/grade.ts';
import type { Response } from '#core/review/response.ts';

/** The results of a class that answered these items: a row of responses a student, undefined for none. */
export function classOf(
  items: readonly Item[],
  answers: readonly (readonly (Response | undefined)[])[],
  students: readonly string[] = answers.map((_, index) => `Student ${index + 1}`),
): ClassResults {
  const entries = items.map(({ card, form, seed }) => ({ card, form, seed }));
  const rows = answers.map((responses, index): Row => {
    const cells = items.map((item, place) => {
      const response = responses[place];
      const score = grade(item, response ?? { type: 'pass' });
      return { item, ...(response && { response }), score, marks: score.marks };
    });
    return {
      student: studentOf(students[index] ?? ''),
      attempt: String(index).padStart(16, '0') as SessionId,
      number: students.slice(0, index + 1).filter((name) => name === students[index]).length,
      startedUtcMs: index,
      finishedUtcMs: index + 1,
      late: false,
      extendedBy: 0,
      cells,
      marks: cells.reduce((sum, { marks }) => sum + marks, 0),
      counts: true,
    };
  });
  const [first] = items;
  if (!first) throw new RangeError('Give at least one item');
  return {
    id: 'a'.repeat(16) as AssignmentId,
    assignment: {
      topic: first.topic,
      pack: 'b'.repeat(16) as PackHash,
      packVersion: '2026-01-01',
      generator: generatorVersion,
      seed: 1,
      content: { type: 'entries', entries },
      mode: 'practice',
      settings: defaultSettings,
      title: '',
    },
    columns: entries,
    rows,
    disputed: [],
    unmarked: [],
  };
}

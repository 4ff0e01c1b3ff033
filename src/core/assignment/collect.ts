import { groupBy } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import type { Card, FactId } from '../fact/fact.ts';
import type { Item } from '../item/item.ts';
import { itemMaker } from '../item/recipe.ts';
import { grade } from '../review/grade.ts';
import type { Response } from '../review/response.ts';
import { wrong } from '../review/score.ts';
import type { Entry } from '../session/plan.ts';
import type { ReadAssignment } from './assignment-code.ts';
import { studentKey } from './assignment.ts';
import type { Answer, Assignment, Result, Student } from './assignment.ts';
import type { Cell, ClassResults, Policy, Row } from './class-results.ts';
import { keptFor, madeItems, remembering } from './class-sheets.ts';
import type { AskedItem, ClassSheets } from './class-sheets.ts';
import type { ReadResult } from './result-code.ts';
import { askedBy, assignmentEntries } from './student-entries.ts';

/** The pack with which results are marked: the very one of the assignment. */
export interface Marking {
  readonly base: Base;
  /** All cards of the pack, in its order. */
  readonly cards: readonly Card[];
}

/**
 * Marks what was collected for an assignment: every student's items are made again and every answer is marked here.
 * A result counts once however often it arrives. Attempts are listed, never added up; `policy` says which one stands
 * for its student, among as many as the settings allow.
 */
export function classResults(
  { base, cards }: Marking,
  { id, assignment }: Pick<ReadAssignment, 'id' | 'assignment'>,
  collected: readonly ReadResult[],
  policy: Policy,
  { columns, mark }: ClassMarker = classMarker({ base, cards }, assignment),
): ClassResults {
  const { accepted, disputed } = onceEach(collected.filter(({ result }) => result.assignment === id));
  const marked = accepted.flatMap(({ result }) => {
    const cells = mark(result);
    return cells ? [{ result, cells }] : [];
  });
  const rows = [...groupBy(marked, ({ result }) => [studentKey(result.student)]).values()].flatMap((own) =>
    rowsOf(own, assignment, policy),
  );
  const known = new Set(marked.map(({ result }) => result.id));
  return {
    id,
    assignment,
    columns,
    rows: rows.toSorted(byStudent),
    disputed: disputed.map(({ result }) => result),
    unmarked: accepted.flatMap(({ result }) => (known.has(result.id) ? [] : [result])),
  };
}

/** The first result of every attempt, and what later said otherwise under the same name. */
export function onceEach(collected: readonly ReadResult[]): {
  readonly accepted: readonly ReadResult[];
  readonly disputed: readonly ReadResult[];
} {
  const first = new Map<string, ReadResult>();
  const disputed: ReadResult[] = [];
  for (const read of collected) {
    const earlier = first.get(read.result.id);
    if (!earlier) first.set(read.result.id, read);
    else if (!isSameResult(earlier, read)) disputed.push(read);
  }
  return { accepted: [...first.values()], disputed };
}

/** Whether two results say the same and come from the same device; a signature may differ each time. */
export const isSameResult = (a: ReadResult, b: ReadResult): boolean =>
  a.signed.length === b.signed.length && a.signed.every((byte, place) => byte === b.signed[place]);

/** Undefined where the items of the student cannot be told. */
type Marker = (result: Result) => readonly Cell[] | undefined;

/** Marks results of one assignment, and knows the items that it has made for them. */
export interface ClassMarker {
  readonly columns: readonly Entry[];
  readonly mark: Marker;
}

/** Keep it while results arrive: each then costs its own items only. */
export function classMarker({ base, cards }: Marking, assignment: Assignment): ClassMarker {
  const make = remembering(itemMaker(base, cards));
  const asked = askedBy(base, cards, assignment, make);
  const mark: Marker = ({ student, answers }) =>
    cellsOf(madeItems(asked(student), make), answers, assignment);
  return { columns: assignmentEntries(base, cards, assignment), mark };
}

/** Marks by the items that were kept, where this program would make others. */
export function keptMarker(sheets: ClassSheets, assignment: Assignment): ClassMarker {
  const mark: Marker = ({ student, answers }) => {
    return cellsOf(keptFor(sheets, assignment, student), answers, assignment);
  };
  return { columns: sheets.columns, mark };
}

/** Undefined where the items are not all known, or answers are to other items than these: nothing is marked by guess. */
function cellsOf(
  asked: readonly AskedItem[] | undefined,
  answers: Result['answers'],
  assignment: Assignment,
): readonly Cell[] | undefined {
  if (asked?.length !== answers.length) return undefined;
  return asked
    .map(({ item, column }, place) => ({ column, cell: cellOf(item, answers[place], assignment) }))
    .toSorted((a, b) => a.column - b.column)
    .map(({ cell }) => cell);
}

function cellOf(item: Item, answer: Answer | undefined, { settings }: Assignment): Cell {
  if (!answer) return { item, score: wrong, marks: 0 };
  const { response, certainty } = answer;
  const score = grade(item, response);
  const chosen = chosenFact(item, response);
  return {
    item,
    response,
    ...(certainty && { certainty }),
    score,
    marks: settings.partialCredit || score.verdict === 'right' ? score.marks : 0,
    ...(chosen && { chosen }),
  };
}

/** The fact whose value the wrong option is that was chosen. */
function chosenFact({ options }: Item, response: Response): FactId | undefined {
  const chosen =
    response.type === 'choice' ? [response.option] : response.type === 'multiple' ? response.options : [];
  return options.find((option) => !option.correct && chosen.includes(option.id))?.certificate?.belongsTo;
}

interface Marked {
  readonly result: Result;
  readonly cells: readonly Cell[];
}

function rowsOf(own: readonly Marked[], assignment: Assignment, policy: Policy): readonly Row[] {
  const rows = own
    .toSorted(({ result: a }, { result: b }) => a.startedUtcMs - b.startedUtcMs || (a.id < b.id ? -1 : 1))
    .map(({ result, cells }, place) => rowOf(result, place + 1, assignment, cells));
  const standing = standingFor(rows, policy, assignment.settings.attempts);
  return rows.map((row) => ({ ...row, counts: row === standing }));
}

function rowOf(result: Result, number: number, { due }: Assignment, cells: readonly Cell[]): Row {
  const { student, id: attempt, startedUtcMs, finishedUtcMs, extendedBy } = result;
  return {
    student,
    attempt,
    number,
    startedUtcMs,
    finishedUtcMs,
    extendedBy,
    late: due !== undefined && finishedUtcMs > due.utcMs,
    cells,
    marks: cells.reduce((sum, { marks }) => sum + marks, 0),
    counts: false,
  };
}

/** Which of a student's attempts stands for the student; those beyond the number allowed do not, 0 allows any number. */
export function standingFor(own: readonly Row[], policy: Policy, attempts: number): Row | undefined {
  const rows = attempts > 0 ? own.slice(0, attempts) : own;
  if (policy === 'first') return rows[0];
  if (policy === 'last') return rows.at(-1);
  return rows.reduce<Row | undefined>(
    (best, row) => (best && best.marks >= row.marks ? best : row),
    undefined,
  );
}

/** Numbers as numbers, names by their letters; then one attempt after the other. */
const byStudent = (a: Row, b: Row): number => compareStudents(a.student, b.student) || a.number - b.number;

export function compareStudents(a: Student, b: Student): number {
  const [x, y] = [Number(a), Number(b)];
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  const [one, other] = [studentKey(a), studentKey(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** What is noteworthy about a result that has arrived. Only `new` and `known` need nobody's attention. */
export type Arrival =
  | 'new'
  | 'known'
  /** Another result came under the same attempt before: one of them is forged, or a device was copied. */
  | 'changed'
  /** The student's earlier result came from another device. */
  | 'other-device'
  /** Not on the class list. */
  | 'unknown-student'
  /** It has more or fewer answers than the quiz has items. */
  | 'wrong-length';

/** How a result stands to those that are there. All but `known` and `wrong-length` are kept. */
export function arrivalOf(
  read: ReadResult,
  there: readonly ReadResult[],
  students: readonly Student[],
  items: number,
): Arrival {
  const { result, device } = read;
  const same = there.find(({ result: { id } }) => id === result.id);
  if (there.some((other) => isSameResult(other, read))) return 'known';
  if (result.answers.length !== items) return 'wrong-length';
  if (same) return 'changed';
  const isListed = students.some((student) => studentKey(student) === studentKey(result.student));
  if (students.length > 0 && !isListed) return 'unknown-student';
  const own = there.filter(
    ({ result: { assignment, student } }) =>
      assignment === result.assignment && studentKey(student) === studentKey(result.student),
  );
  return own.some((other) => other.device !== device) ? 'other-device' : 'new';
}

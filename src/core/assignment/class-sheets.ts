import { itemMaker } from '../item/recipe.ts';
import type { Item } from '../item/item.ts';
import type { Entry } from '../session/plan.ts';
import { studentKey } from './assignment.ts';
import type { Assignment, Student } from './assignment.ts';
import type { Marking } from './collect.ts';
import { askedBy, assignmentEntries, orderedFor } from './student-entries.ts';

/** An item that a student is asked, and which of the class's items that is. */
export interface AskedItem {
  readonly item: Item;
  /** Its place in `columns`. */
  readonly column: number;
}

/**
 * The items of a quiz as they were made when it was handed out, kept for the time when an update makes others: what
 * comes in later is marked by these. Where every student has items of their own, only those who were known are here.
 */
export interface ClassSheets {
  readonly columns: readonly Entry[];
  /** What all are asked, one for each column; empty where every student has items of their own. */
  readonly common: readonly Item[];
  /** By `studentKey`, in the order in which the student is asked. */
  readonly own: Readonly<Record<string, readonly AskedItem[]>>;
}

/** The sheets of a quiz before anybody is known. */
export function newSheets({ base, cards }: Marking, assignment: Assignment): ClassSheets {
  const columns = assignmentEntries(base, cards, assignment);
  const make = itemMaker(base, cards);
  const isCommon = assignment.settings.variety !== 'items';
  return { columns, common: isCommon ? columns.flatMap((entry) => make(entry) ?? []) : [], own: {} };
}

/** Adds the items of students one at a time, each costs a moment; those who are there stay as they are. */
export function sheetMaker(
  { base, cards }: Marking,
  assignment: Assignment,
): (sheets: ClassSheets, student: Student) => ClassSheets {
  const asked = askedBy(base, cards, assignment);
  const make = itemMaker(base, cards);
  return (sheets, student) => {
    const key = studentKey(student);
    if (assignment.settings.variety !== 'items' || Object.hasOwn(sheets.own, key)) return sheets;
    const items = asked(student).flatMap(({ entry, column }): readonly AskedItem[] => {
      const item = make(entry);
      return item ? [{ item, column }] : [];
    });
    return { ...sheets, own: { ...sheets.own, [key]: items } };
  };
}

/** What a student was asked; undefined where that was not kept. */
export function keptFor(
  { common, own }: ClassSheets,
  assignment: Assignment,
  student: Student,
): readonly AskedItem[] | undefined {
  if (assignment.settings.variety === 'items') {
    const key = studentKey(student);
    return Object.hasOwn(own, key) ? own[key] : undefined;
  }
  return orderedFor(assignment, student, common).map(({ one, column }) => ({ item: one, column }));
}

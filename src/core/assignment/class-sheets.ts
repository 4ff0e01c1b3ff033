import { itemMaker } from '../item/recipe.ts';
import type { Item } from '../item/item.ts';
import type { Entry } from '../session/plan.ts';
import type { Assignment, Student } from './assignment.ts';
import type { Marking } from './collect.ts';
import { itemSetOf, sharedSets } from './item-sets.ts';
import type { ItemSet } from './item-sets.ts';
import { assignmentEntries, orderedFor, setMaker } from './student-entries.ts';
import type { Asked } from './student-entries.ts';

/** An item that a student is asked, and which of the class's items that is. */
export interface AskedItem {
  readonly item: Item;
  /** Its place in `columns`. */
  readonly column: number;
}

/**
 * The items of a quiz as they were made when it was handed out, kept for the time when an update makes others: what
 * comes in later is marked by these.
 */
export interface ClassSheets {
  readonly columns: readonly Entry[];
  /** What all are asked, one for each column; empty where students have items of their own. */
  readonly common: readonly Item[];
  /** Items of sets, by the set's name. */
  readonly own: Readonly<Record<string, readonly AskedItem[]>>;
}

/** The items of entries, each made once; undefined where one cannot be made: the others must not take its place. */
export function madeItems(
  asked: readonly Asked[],
  make: (entry: Entry) => Item | undefined,
): readonly AskedItem[] | undefined {
  const items = asked.flatMap(({ entry, column }): readonly AskedItem[] => {
    const item = make(entry);
    return item ? [{ item, column }] : [];
  });
  return items.length === asked.length ? items : undefined;
}

/** The sheets of a quiz before any set of students was made. */
export function newSheets({ base, cards }: Marking, assignment: Assignment): ClassSheets {
  const columns = assignmentEntries(base, cards, assignment);
  const isCommon = assignment.settings.variety !== 'items';
  const items = isCommon ? madeItems(inOrder(columns), itemMaker(base, cards)) : [];
  return { columns, common: items?.map(({ item }) => item) ?? [], own: {} };
}

const inOrder = (entries: readonly Entry[]): readonly Asked[] =>
  entries.map((entry, column) => ({ entry, column }));

/** The sets that are to be kept: all that there are, or those of the students who are known. */
export function setsToKeep(
  { columns }: ClassSheets,
  assignment: Assignment,
  students: readonly Student[],
): readonly ItemSet[] {
  if (assignment.settings.variety !== 'items') return [];
  return assignment.itemSets
    ? sharedSets(assignment, columns.length)
    : students.map((student) => itemSetOf(assignment, student, columns.length));
}

/** Adds the items of sets one at a time, each costs a moment; those that are there stay as they are. */
export function sheetMaker(
  { base, cards }: Marking,
  columns: readonly Entry[],
): (sheets: ClassSheets, set: ItemSet) => ClassSheets {
  const make = remembering(itemMaker(base, cards));
  const entriesOf = setMaker(base, columns, make);
  return (sheets, set) => {
    if (Object.hasOwn(sheets.own, set.name)) return sheets;
    const items = madeItems(inOrder(entriesOf(set)), make);
    return items ? { ...sheets, own: { ...sheets.own, [set.name]: items } } : sheets;
  };
}

/** Makes each item once. */
export function remembering(make: (entry: Entry) => Item | undefined): (entry: Entry) => Item | undefined {
  const items = new Map<string, Item | undefined>();
  return (entry) => {
    const name = `${entry.card} ${entry.form} ${entry.seed}`;
    if (!items.has(name)) items.set(name, make(entry));
    return items.get(name);
  };
}

/** What a student was asked, in the student's order; undefined where that was not kept whole. */
export function keptFor(
  { columns, common, own }: ClassSheets,
  assignment: Assignment,
  student: Student,
): readonly AskedItem[] | undefined {
  const items =
    assignment.settings.variety === 'items' ? ownItems(own, assignment, student, columns) : common;
  if (items?.length !== columns.length) return undefined;
  return orderedFor(assignment, student, items).map(({ one, column }) => ({ item: one, column }));
}

/** In the order of the columns: those of single students were kept in the student's. */
function ownItems(
  own: ClassSheets['own'],
  assignment: Assignment,
  student: Student,
  columns: readonly Entry[],
): readonly Item[] | undefined {
  const { name } = itemSetOf(assignment, student, columns.length);
  const items = Object.hasOwn(own, name) ? own[name] : undefined;
  return items?.toSorted((a, b) => a.column - b.column).map(({ item }) => item);
}

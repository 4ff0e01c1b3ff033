import type { Assignment, AssignmentId, Student } from '#core/assignment/assignment.ts';
import { newSheets, sheetMaker } from '#core/assignment/class-sheets.ts';
import type { Marking } from '#core/assignment/collect.ts';
import { generatorVersion } from '#core/item/generate.ts';
import { keepSheets, keptSheets } from '#lib/storage/kept-sheets.ts';

/**
 * Keeps what students of a quiz are asked, for the time when an update makes other items: at once where all are asked
 * the same, else for those who are named, one at a time so that the page stays quick.
 */
export async function keepItems(
  facts: Marking,
  id: AssignmentId,
  assignment: Assignment,
  students: readonly Student[],
): Promise<void> {
  if (assignment.generator !== generatorVersion) return;
  const before = await keptSheets(id);
  let sheets = before ?? newSheets(facts, assignment);
  const withStudent = sheetMaker(facts, assignment);
  for (const student of students) {
    sheets = withStudent(sheets, student);
    await new Promise((resolve) => setTimeout(resolve));
  }
  if (sheets !== before) await keepSheets(id, sheets);
}

import type { Assignment, AssignmentId, Student } from '#core/assignment/assignment.ts';
import { newSheets, setsToKeep, sheetMaker } from '#core/assignment/class-sheets.ts';
import type { Marking } from '#core/assignment/collect.ts';
import { generatorVersion } from '#core/item/generate.ts';
import { keepSheets, keptSheets } from '#lib/storage/kept-sheets.ts';

/** Sets that are made before they are kept: so many are lost where the page is left. */
const atOnce = 16;

/** One quiz after another: two at once would each keep what the other has not seen. */
let before: Promise<void> = Promise.resolve();

/**
 * Keeps what students of a quiz are asked, for the time when an update makes other items: at once where all are asked
 * the same, else set after set so that the page stays quick. `facts` are those of the quiz.
 */
export function keepItems(
  facts: Marking,
  id: AssignmentId,
  assignment: Assignment,
  students: readonly Student[],
): Promise<void> {
  if (assignment.generator !== generatorVersion) return Promise.resolve();
  const keeping = before.then(() => keepMissing(facts, id, assignment, students));
  before = keeping.catch(() => undefined);
  return keeping;
}

async function keepMissing(
  facts: Marking,
  id: AssignmentId,
  assignment: Assignment,
  students: readonly Student[],
): Promise<void> {
  const kept = await keptSheets(id);
  let sheets = kept ?? newSheets(facts, assignment);
  if (!kept) await keepSheets(id, sheets);
  const missing = setsToKeep(sheets, assignment, students).filter(
    ({ name }) => !Object.hasOwn(sheets.own, name),
  );
  if (missing.length === 0) return;
  const withSet = sheetMaker(facts, sheets.columns);
  for (const [place, set] of missing.entries()) {
    sheets = withSet(sheets, set);
    await new Promise((resolve) => setTimeout(resolve));
    if ((place + 1) % atOnce === 0 || place + 1 === missing.length) await keepSheets(id, sheets);
  }
}

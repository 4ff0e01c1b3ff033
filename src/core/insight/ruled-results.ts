import { studentKey } from '../assignment/assignment.ts';
import type { Settings } from '../assignment/assignment.ts';
import { standingFor } from '../assignment/collect.ts';
import type { Cell, ClassResults, Policy, Row } from '../assignment/class-results.ts';
import { groupBy } from '../fact/base.ts';
import { foldText } from '../item/words.ts';
import { right } from '../review/score.ts';
import type { Ruled } from '../teach/desk.ts';
import type { Ruling } from '../teach/ruling.ts';
import type { Entry } from '../session/plan.ts';
import { asks, regraded, renewed } from './regraded.ts';
import { wordsOf } from './words-of.ts';

/** The rulings on one item that hold: those after the last lifting. */
export function standingRulings(
  ruled: readonly Ruled[],
  { id }: Pick<ClassResults, 'id'>,
  { card, form }: Pick<Entry, 'card' | 'form'>,
): readonly Ruling[] {
  const own = ruled
    .map(({ ruling }) => ruling)
    .filter((ruling) => ruling.assignment === id && ruling.card === card && ruling.form === form);
  return own.slice(own.findLastIndex(({ kind }) => kind === 'lift') + 1);
}

/** The results as the rulings have them: marked anew, void items gone, and whose attempt stands decided again. */
export function ruledResults(results: ClassResults, ruled: readonly Ruled[], policy: Policy): ClassResults {
  const rulings = results.columns.map((column) => standingRulings(ruled, results, column));
  const stays = rulings.map((own) => own.every(({ kind }) => kind !== 'void'));
  const rows = results.rows.map((row) => {
    const cells = row.cells.flatMap((cell, place) =>
      (stays[place] ?? true) ? [markedAnew(cell, rulings[place] ?? [], results.assignment.settings)] : [],
    );
    return { ...row, cells, marks: cells.reduce((sum, { marks }) => sum + marks, 0) };
  });
  return {
    ...results,
    columns: results.columns.filter((_, place) => stays[place]),
    rows: decided(rows, policy, results.assignment.settings.attempts),
  };
}

function markedAnew(cell: Cell, rulings: readonly Ruling[], { partialCredit }: Settings): Cell {
  const { item, response } = cell;
  if (!response || rulings.length === 0) return cell;
  const words = wordsOf(item, response).map(foldText);
  const accepted = rulings.flatMap((ruling) => (ruling.kind === 'accept' ? [foldText(ruling.text)] : []));
  const isAccepted = words.length > 0 && words.every((one) => accepted.includes(one));
  const corrected = rulings.findLast((ruling) => ruling.kind === 'correct' && asks(item, ruling.old));
  if (!isAccepted && corrected?.kind !== 'correct') return cell;
  const answer = corrected?.kind === 'correct' ? corrected : undefined;
  const score = answer && !isAccepted ? regraded(item, response, answer) : right;
  const said = answer ? renewed(item, answer) : item;
  return { ...cell, item: said, score, marks: partialCredit || score.verdict === 'right' ? score.marks : 0 };
}

function decided(rows: readonly Row[], policy: Policy, attempts: number): readonly Row[] {
  const own = groupBy(rows, ({ student }) => [studentKey(student)]);
  const standing = new Set([...own.values()].map((some) => standingFor(some, policy, attempts)));
  return rows.map((row) => ({ ...row, counts: standing.has(row) }));
}

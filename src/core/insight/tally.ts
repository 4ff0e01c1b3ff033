import type { ClassResults } from '../assignment/class-results.ts';
import { standingRows } from './mark-table.ts';
import { wordsOf } from './words-of.ts';

/** How many students gave an answer, in words. */
export interface Tally {
  readonly text: string;
  readonly count: number;
  /** Whether it earned full marks. */
  readonly right: boolean;
}

/** What the class answered to one item, the most frequent first. Answers that are no single words are not in it. */
export function tallyOf(results: ClassResults, place: number): readonly Tally[] {
  const counts = new Map<string, Tally>();
  for (const { cells } of standingRows(results)) {
    const cell = cells[place];
    if (!cell?.response) continue;
    const text = wordsOf(cell.item, cell.response).join(', ');
    if (text === '') continue;
    counts.set(text, { text, count: (counts.get(text)?.count ?? 0) + 1, right: cell.marks === 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count);
}

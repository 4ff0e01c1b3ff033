import type { ClassResults, Row } from '../assignment/class-results.ts';
import type { MarkTable } from '../statistics/item-figures.ts';

/** One attempt a student: the one that stands. */
export const standingRows = ({ rows }: ClassResults): readonly Row[] => rows.filter(({ counts }) => counts);

/** The marks of a class, each item worth one; what a guess earns is the mean over what the students saw. */
export function markTable(results: ClassResults): MarkTable {
  const rows = standingRows(results);
  return {
    rows: rows.map(({ cells }) => cells.map(({ marks }) => marks)),
    most: results.columns.map(() => 1),
    guess: results.columns.map((_, place) => {
      const guesses = rows.flatMap(({ cells }) => cells[place]?.item.guess ?? []);
      return guesses.length === 0 ? 0 : guesses.reduce((a, b) => a + b, 0) / guesses.length;
    }),
  };
}

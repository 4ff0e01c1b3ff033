import type { Cell, Row } from '../assignment/class-results.ts';

/** What one student should look at again: what earned less than full marks, the least first. */
export const toRevise = ({ cells }: Row): readonly Cell[] =>
  cells.filter(({ marks }) => marks < 1).toSorted((a, b) => a.marks - b.marks);

import type { Certainty, Score } from './response.ts';

const forRight: Readonly<Record<Certainty, number>> = { 1: 1, 2: 2, 3: 3 };
const forWrong: Readonly<Record<Certainty, number>> = { 1: 0, 2: -2, 3: -6 };

/**
 * Certainty-based marking (Gardner-Medwin): 1, 2, 3 for right and 0, -2, -6 for wrong, so that it pays to be honest:
 * 1 is best below a chance of 67 % to be right, 3 above 80 %. Marks in between are shared out.
 */
export const certaintyMarks = ({ marks }: Score, certainty: Certainty): number =>
  marks * forRight[certainty] + (1 - marks) * forWrong[certainty];

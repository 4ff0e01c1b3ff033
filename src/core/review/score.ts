import type { PartialMarks, Score } from './response.ts';

export const right: Score = { marks: 1, verdict: 'right' };
export const wrong: Score = { marks: 0, verdict: 'wrong' };

/** The score for a share of what was to be done: all is right, at least half is almost, less is wrong. */
export function scoreOf(share: number, parts?: readonly PartialMarks[]): Score {
  const marks = Math.round(1000 * Math.min(1, Math.max(0, share))) / 1000;
  const verdict = marks === 1 ? 'right' : marks >= 0.5 ? 'almost' : 'wrong';
  return { marks, verdict, ...(parts && { parts }) };
}

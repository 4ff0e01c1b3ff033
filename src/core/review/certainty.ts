import type { Base } from '../fact/base.ts';
import type { Item } from '../item/item.ts';
import type { Certainty, Response, Score } from './response.ts';

const forRight: Readonly<Record<Certainty, number>> = { 1: 1, 2: 2, 3: 3 };
const forWrong: Readonly<Record<Certainty, number>> = { 1: 0, 2: -2, 3: -6 };

/**
 * Certainty-based marking (Gardner-Medwin): 1, 2, 3 for right and 0, -2, -6 for wrong, so that it pays to be honest:
 * 1 is best below a chance of 67 % to be right, 3 above 80 %. Marks in between are shared out.
 */
export const certaintyMarks = ({ marks }: Score, certainty: Certainty): number =>
  marks * forRight[certainty] + (1 - marks) * forWrong[certainty];

export const certainties: readonly Certainty[] = [1, 2, 3];
const most = 3;

/** Whether it makes sense to ask how sure a response is: not about what sources dispute, and not after passing. */
export function asksCertainty(base: Base, item: Item, response: Response): boolean {
  if (response.type === 'pass' || response.type === 'reveal') return false;
  const disputed = new Set(base.topic.conflicts.flatMap(({ facts }) => facts));
  return !item.facts.some((id) => disputed.has(id) || (base.facts.get(id)?.conflictsWith.length ?? 0) > 0);
}

/** A response that was given with a certainty. */
export interface Judged {
  readonly score: Score;
  readonly certainty: Certainty;
}

/** What certainty made of a quiz. */
export interface CertaintyResult {
  readonly marks: number;
  /** The marks of somebody who is right and sure every time. */
  readonly most: number;
  /** For each certainty that was chosen: how often, and how often it was right. */
  readonly levels: readonly {
    readonly certainty: Certainty;
    readonly given: number;
    readonly right: number;
  }[];
}

/** Sums responses up; undefined when no certainty was given. */
export function certaintyResult(all: readonly Partial<Judged>[]): CertaintyResult | undefined {
  const judged = all.flatMap(({ score, certainty }) => (score && certainty ? [{ score, certainty }] : []));
  if (judged.length === 0) return undefined;
  const marks = judged.reduce((sum, { score, certainty }) => sum + certaintyMarks(score, certainty), 0);
  const levels = certainties.map((certainty) => {
    const own = judged.filter((one) => one.certainty === certainty);
    return { certainty, given: own.length, right: own.filter(({ score }) => score.marks === 1).length };
  });
  return {
    marks: Math.round(10 * marks) / 10,
    most: most * judged.length,
    levels: levels.filter(({ given }) => given > 0),
  };
}

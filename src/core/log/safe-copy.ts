import type { Day } from '../memory/day.ts';

/** A copy in a file, or the day on which the learner put it off: when, and how many answers there were. */
export interface CopyMark {
  readonly day: Day;
  readonly answers: number;
}

/** An answer more than these, or a week with any, and a copy is out of date. */
const staleAnswers = 100;
const staleDays = 7;
/** What is worth a first copy. */
export const firstCopyAfter = 20;

/** Whether it is time to save a copy: after the first answers, then when the last one is old. */
export function isCopyDue(
  answers: number,
  marks: readonly CopyMark[],
  today: Day,
  first = firstCopyAfter,
): boolean {
  if (marks.length === 0) return answers >= first;
  return marks.every((mark) => {
    const since = answers - mark.answers;
    return since >= staleAnswers || (since > 0 && today - mark.day >= staleDays);
  });
}

import type { Weights } from '../memory/fsrs.ts';
import { plannedRecall } from './forgetting.ts';

/** What counts: recall on the exam day, and a share of it for recall 30 days later. */
export interface Objective {
  /** Days from today to the exam, 0 on the day itself. */
  readonly daysToExam: number;
  /** 0 counts the exam alone, 1 only what is left 30 days after it. */
  readonly laterShare: number;
}

export const laterDays = 30;

/** On the exam day itself half a day counts as passed between answering and the exam. */
const leastDays = 0.5;

/** The worth, 0..1, of a stability `days` before the exam if the card is never asked again. */
export function worth(stability: number, days: number, laterShare: number, weights: Weights): number {
  const wait = Math.max(days, leastDays);
  const atExam = plannedRecall(stability, wait, weights);
  if (laterShare === 0) return atExam;
  return (1 - laterShare) * atExam + laterShare * plannedRecall(stability, wait + laterDays, weights);
}

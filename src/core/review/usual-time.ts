import { longestMs, times } from './assumptions.ts';

/** How long a learner usually takes: the running geometric mean, since times are skewed. */
export interface UsualTime {
  readonly meanLogMs: number;
  readonly answers: number;
}

/** The usual time in milliseconds; undefined until there are enough answers. */
export const usualMs = (time: UsualTime | undefined): number | undefined =>
  time && time.answers >= times.least ? Math.exp(time.meanLogMs) : undefined;

/** The usual time after one more; a time that says nothing changes nothing. */
export function withTime(time: UsualTime | undefined, tookMs: number): UsualTime {
  const { meanLogMs, answers } = time ?? { meanLogMs: 0, answers: 0 };
  if (tookMs <= 0 || tookMs > longestMs) return { meanLogMs, answers };
  const weight = Math.min(answers + 1, times.remembered);
  return { meanLogMs: meanLogMs + (Math.log(tookMs) - meanLogMs) / weight, answers: answers + 1 };
}

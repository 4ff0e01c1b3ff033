import type { ReviewPayload } from './event.ts';

/** Longer than this over one item and the learner was elsewhere. */
const longestLookMs = 60_000;

/** Milliseconds that an answer counts for in the time spent. */
export const timeSpentMs = ({ tookMs }: Pick<ReviewPayload, 'tookMs'>): number =>
  Math.min(tookMs, longestLookMs);

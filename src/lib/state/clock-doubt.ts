import { readingAfter } from '#core/log/clock-run.ts';
import { now } from '#lib/storage/now.ts';
import type { LearnerLog } from './log.svelte.ts';

/** What the log says against a clock. */
export interface ClockDoubt {
  /** How many answers count for another day than a wrong clock gave them. */
  readonly moved: number;
  /** When the latest answers were given, where by the clock of now that is still to come. */
  readonly laterMs?: number;
}

export function clockDoubt({ projection, reviews }: LearnerLog): ClockDoubt {
  const runs = [...(projection?.devices.values() ?? [])].map(({ clock }) => clock);
  const laterMs = readingAfter(now().wallUtcMs, runs);
  const moved = reviews.filter(({ wrongDay }) => wrongDay !== undefined).length;
  return { moved, ...(laterMs !== undefined && { laterMs }) };
}

import { isSteady, lastRight, slackMs } from './settled-days.ts';
import type { Timed } from './settled-days.ts';

/** How far a device's clock has come, so that later entries can be judged without the earlier ones. */
export interface ClockRun {
  /** Whether no reading contradicts an earlier one. */
  readonly steady: boolean;
  /** The latest reading; of a clock that was wrong at times the latest that was right. Beyond all where there is none. */
  readonly latestMs: number;
}

/** Readings lie between these, which can be written as JSON. */
const [before, after] = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
const unread: ClockRun = { steady: true, latestMs: before };

/** The run after all of one device's entries so far. */
export function clockRun(entries: readonly Timed[]): ClockRun {
  if (isSteady(entries)) return { steady: true, latestMs: latestOf(entries, unread) };
  return { steady: false, latestMs: lastRight(entries)?.wallUtcMs ?? after };
}

/** The run after more entries; undefined where they put the days of earlier ones in doubt. */
export function goneOn(entries: readonly Timed[], from: ClockRun = unread): ClockRun | undefined {
  if (from.steady && isSteady(entries, from.latestMs))
    return { steady: true, latestMs: latestOf(entries, from) };
  if (from.steady || !isRising(entries, from.latestMs)) return undefined;
  return { steady: false, latestMs: latestOf(entries, from) };
}

/** The latest reading of any clock that was right, where it is later than now: then that one is wrong, or the one of now. */
export function readingAfter(nowMs: number, runs: Iterable<ClockRun>): number | undefined {
  const latest = [...runs].reduce(
    (most, { latestMs }) => (latestMs < after ? Math.max(most, latestMs) : most),
    before,
  );
  return latest > nowMs + slackMs ? latest : undefined;
}

const latestOf = (entries: readonly Timed[], { latestMs }: ClockRun): number =>
  entries.reduce((latest, { wallUtcMs }) => Math.max(latest, wallUtcMs), latestMs);

/** Whether every reading is at least as late as the one before it. */
function isRising(entries: readonly Timed[], fromMs: number): boolean {
  let latest = fromMs;
  return entries.every(({ wallUtcMs }) => {
    if (wallUtcMs < latest) return false;
    latest = wallUtcMs;
    return true;
  });
}

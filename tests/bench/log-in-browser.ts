import { defaultWeights } from '#core/memory/fsrs.ts';
import { projectionAfter } from '#core/review/projection.ts';
import type { LogEvent } from '#core/review/event.ts';
import { longLog } from './long-log.ts';

let events: readonly LogEvent[] = [];

/** Makes the log; done before the page is slowed down. */
function prepareReplay(size: number): void {
  ({ events } = longLog(size));
}

/** How long it takes to find out of the whole log what is known, in milliseconds. */
function measureReplay(): number {
  const start = performance.now();
  projectionAfter(events, defaultWeights);
  return performance.now() - start;
}

Object.assign(globalThis, { prepareReplay, measureReplay });

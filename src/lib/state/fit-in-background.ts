import type { Fit } from '#core/memory/fit/fit.ts';
import { browserNotes } from '#lib/storage/notes.ts';
import { nameIn } from '#lib/storage/sentinel.ts';
// oxlint-disable-next-line import/default -- Vite makes the address of the worker's file
import address from '#lib/worker/fit.worker.ts?worker&url';
import { inWorker } from './in-worker.ts';

/** The fit of the log, made off the page's thread; undefined where that fails, which costs only the better weights. */
export const fitInBackground = (signal: AbortSignal): Promise<Fit | undefined> =>
  inWorker<Fit>(address, nameIn(browserNotes), signal);

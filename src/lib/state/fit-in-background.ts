import type { Fit } from '#core/memory/fit/fit.ts';
import type { Given } from '#core/review/standing.ts';
import { trustedScript } from '#lib/pwa/trusted.ts';
// oxlint-disable-next-line import/default -- Vite makes the address of the worker's file
import address from '#lib/worker/fit.worker.ts?worker&url';

/** The fit of a log, made off the page's thread; undefined where that fails, which costs only the better weights. */
export function fitInBackground(reviews: readonly Given[]): Promise<Fit | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(trustedScript(address), { type: 'module' });
    const end = (fit: Fit | undefined): void => {
      worker.terminate();
      resolve(fit);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<Fit>) => end(data));
    worker.addEventListener('error', () => end(undefined));
    worker.postMessage(reviews.map(given));
  });
}

/** Only what a fit reads, since everything that is sent is copied. */
function given({ dayKey, payload }: Given): Given {
  const { card, response, marks, guess, tookMs, parts, certainty } = payload;
  return {
    dayKey,
    payload: {
      card,
      response,
      marks,
      guess,
      tookMs,
      ...(parts && { parts }),
      ...(certainty && { certainty }),
    },
  };
}

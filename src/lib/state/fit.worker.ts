import { fitLog } from '#core/review/fit-log.ts';
import type { Given } from '#core/review/standing.ts';

/** Off the page's thread, since a fit of a long log takes longer than a frame. */
self.addEventListener('message', ({ data }: MessageEvent<readonly Given[]>) => {
  self.postMessage(fitLog(data), { transfer: [] });
});

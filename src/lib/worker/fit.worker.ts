import { fitLog } from '#core/review/fit-log.ts';
import type { Given } from '#core/review/standing.ts';

/** Fits beside the page, since a long log takes longer than a frame. */
addEventListener('message', ({ data }: MessageEvent<readonly Given[]>) => {
  postMessage(fitLog(data));
});

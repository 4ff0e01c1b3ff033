import { openFile } from './open-file.ts';
import type { ImportRequest } from './import-file.ts';
import { readers } from './readers.ts';

/** Opens a file beside the page, which ends this worker when it takes too long. */
addEventListener('message', ({ data: { kind, file, name, limits } }: MessageEvent<ImportRequest>) => {
  // A reader that throws is told to the page as this worker's error.
  openFile<unknown, unknown>(readers[kind], file, name, limits).then(
    (imported) => postMessage(imported),
    reportError,
  );
});

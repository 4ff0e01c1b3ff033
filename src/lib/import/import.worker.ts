import type { Reader } from '#core/guard/reader.ts';

import { openFile } from './open-file.ts';
import type { ImportRequest } from './import-file.ts';
import { readers } from './readers.ts';

/** Opens a file beside the page, which ends this worker when it takes too long. */
addEventListener('message', ({ data: { kind, file, name, limits } }: MessageEvent<ImportRequest>) => {
  // A reader that throws is told to the page as this worker's error.
  const reader: Reader<unknown, unknown> = readers[kind];
  openFile(reader, file, name, limits).then((imported) => postMessage(imported), reportError);
});

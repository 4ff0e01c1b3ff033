import { fileLimits } from '#core/guard/limits.ts';
import type { ImportLimits } from '#core/guard/limits.ts';
import type { ImportProblem } from '#core/guard/problem.ts';
import { refused } from '#core/result.ts';
import { trustedScript } from '#lib/pwa/trusted.ts';

// oxlint-disable-next-line import/default -- Vite makes the address of the worker's file
import address from './import.worker.ts?worker&url';
import type { ImportKind, Imported } from './readers.ts';

/** What the worker is asked. */
export interface ImportRequest {
  readonly kind: ImportKind;
  readonly file: Blob;
  readonly name: string;
  readonly limits: ImportLimits;
}

/**
 * Reads a file from outside: the one way in for all of them. A worker of its own unpacks it within the limits, parses
 * it and looks at every field; it is ended when it takes too long or fails. Nothing is written.
 */
export function importFile<K extends ImportKind>(
  kind: K,
  file: File,
  limits: ImportLimits = fileLimits,
): Promise<Imported<K>> {
  return new Promise((resolve) => {
    const refuse = (problem: ImportProblem): void => end(refused(problem));
    if (file.size > limits.fileBytes) {
      resolve(refused({ type: 'too-large', what: 'file' }));
      return;
    }
    const worker = new Worker(trustedScript(address), { type: 'module' });
    const timer = setTimeout(() => refuse({ type: 'given-up', why: 'time' }), limits.timeMs);
    function end(imported: Imported<K>): void {
      clearTimeout(timer);
      worker.terminate();
      resolve(imported);
    }
    worker.addEventListener('message', ({ data }: MessageEvent<Imported<K>>) => end(data));
    worker.addEventListener('error', () => refuse({ type: 'given-up', why: 'crash' }));
    worker.addEventListener('messageerror', () => refuse({ type: 'given-up', why: 'crash' }));
    worker.postMessage({ kind, file, name: file.name, limits } satisfies ImportRequest);
  });
}

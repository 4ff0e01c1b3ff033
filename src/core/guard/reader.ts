import type { Result } from '../result.ts';

/** A file of an archive. */
export interface ArchiveFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * How a kind of file from outside is read once the guard has let it in: from JSON, from text (UTF-8, or UTF-16 with its
 * mark), or from the files of a zip archive. JSON and text may come packed with gzip. `T` and `P` are plain data.
 */
export type Reader<T, P> =
  | { readonly takes: 'json'; readonly read: (raw: unknown, name: string) => Result<T, P> }
  | { readonly takes: 'text'; readonly read: (text: string, name: string) => Result<T, P> }
  | {
      readonly takes: 'archive';
      readonly read: (files: readonly ArchiveFile[], name: string) => Result<T, P>;
    };

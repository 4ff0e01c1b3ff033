const megabyte = 1024 * 1024;

/** How far a file from outside is read before it is refused. */
export interface ImportLimits {
  /** Of the file as it is. */
  readonly fileBytes: number;
  /** Of all that comes out of a packed file, counted as it comes. */
  readonly inflatedBytes: number;
  /** Unpacked bytes for each packed one; looked at from `ratioFromBytes` unpacked bytes on. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  /** Files in an archive. */
  readonly entries: number;
  /** Lists and mappings within each other in JSON. */
  readonly depth: number;
  /** From the choice of the file until its content is there. */
  readonly timeMs: number;
}

export const fileLimits: ImportLimits = {
  fileBytes: 100 * megabyte,
  inflatedBytes: 300 * megabyte,
  ratio: 100,
  ratioFromBytes: megabyte,
  entries: 20_000,
  depth: 32,
  timeMs: 30_000,
};

/** For what travels in an address or a drawn code: it is read on the page, before anybody agreed to anything. */
export const linkLimits: ImportLimits = {
  ...fileLimits,
  fileBytes: 8 * 1024,
  inflatedBytes: 256 * 1024,
  ratioFromBytes: 256 * 1024,
  entries: 0,
  timeMs: 3000,
};

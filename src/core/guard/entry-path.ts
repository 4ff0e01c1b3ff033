const longest = 240;

/**
 * Whether a path in an archive names a file inside it, and the same file on every system. Nothing is ever written to a
 * disk by it, but it is shown and looked up.
 */
export function isSafePath(path: string): boolean {
  return (
    path.length <= longest &&
    // Controls, the other system's separator and drive letters, and what turns the direction of writing around.
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    !/[\u0000-\u001F\u007F\\:\u200E\u200F\u202A-\u202E\u2066-\u2069]/.test(path) &&
    path.split('/').every((part, index, parts) => isSafePart(part) || isFolderEnd(part, index, parts))
  );
}

const isSafePart = (part: string): boolean => part !== '' && part !== '.' && part !== '..';

/** A folder's own entry ends in a slash. */
const isFolderEnd = (part: string, index: number, parts: readonly string[]): boolean =>
  part === '' && index > 0 && index === parts.length - 1;

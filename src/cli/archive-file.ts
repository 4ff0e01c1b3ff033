import { inflateRawSync } from 'node:zlib';
import { crc32OfBytes } from '#core/log/checksum.ts';
import { textOf } from '#core/file/utf8.ts';
import { inflate } from '#core/guard/inflation.ts';
import { fileLimits } from '#core/guard/limits.ts';
import type { ImportProblem } from '#core/guard/problem.ts';
import type { ArchiveFile } from '#core/guard/reader.ts';
import { packedRange, zipDirectory } from '#core/guard/zip-directory.ts';
import type { ZipEntry } from '#core/guard/zip-directory.ts';
import { ok, refused } from '#core/result.ts';
import type { Result } from '#core/result.ts';

const unreadable: Result<never, ImportProblem> = refused({ type: 'unreadable', as: 'archive' });

/** The files of a zip archive, unpacked within the limits that the app keeps. */
export function archiveFiles(bytes: Uint8Array): Result<readonly ArchiveFile[], ImportProblem> {
  const directory = zipDirectory(bytes, fileLimits, textOf);
  if (!directory.ok) return directory;
  const files: ArchiveFile[] = [];
  let inflation = { packedBytes: bytes.length, inflatedBytes: 0 };
  for (const entry of directory.value) {
    const unpacked = unpackedEntry(bytes, entry);
    if (!unpacked) return unreadable;
    const grown = inflate(inflation, unpacked.length, fileLimits);
    if (!grown.ok) return grown;
    inflation = grown.value;
    files.push({ path: entry.path, bytes: unpacked });
  }
  return ok(files);
}

/** Undefined where the bytes are not what the archive says of them. */
function unpackedEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const range = packedRange(bytes, entry);
  const packed = range && bytes.subarray(range.from, range.to);
  const unpacked = packed && (entry.method === 'stored' ? packed : inflated(packed, entry.inflatedBytes));
  const isWhole = unpacked?.length === entry.inflatedBytes && crc32OfBytes(unpacked) === entry.crc32;
  return isWhole ? unpacked : undefined;
}

function inflated(packed: Uint8Array, size: number): Uint8Array | undefined {
  const limit = Math.max(1, Math.min(size, fileLimits.inflatedBytes));
  try {
    return inflateRawSync(packed, { maxOutputLength: limit });
  } catch {
    return undefined; // it is no deflated stream, or longer than it says
  }
}

import { inflate } from '#core/guard/inflation.ts';
import type { Inflation } from '#core/guard/inflation.ts';
import type { ImportLimits } from '#core/guard/limits.ts';
import type { ImportProblem } from '#core/guard/problem.ts';
import type { ArchiveFile } from '#core/guard/reader.ts';
import { packedRange, zipDirectory } from '#core/guard/zip-directory.ts';
import type { ZipEntry } from '#core/guard/zip-directory.ts';
import { crc32OfBytes } from '#core/log/checksum.ts';
import { ok, refused } from '#core/result.ts';
import type { Result } from '#core/result.ts';

import { decoded } from './decoded.ts';
import { unpack } from './unpack.ts';
import type { Unpacked } from './unpack.ts';

/** The files of a zip archive, every one of them whole; archives within it are refused. */
export async function openArchive(
  bytes: Uint8Array<ArrayBuffer>,
  limits: ImportLimits,
): Promise<Result<readonly ArchiveFile[], ImportProblem>> {
  const directory = zipDirectory(bytes, limits, decoded);
  if (!directory.ok) return directory;
  const files: ArchiveFile[] = [];
  let inflation: Inflation = { packedBytes: bytes.length, inflatedBytes: 0 };
  for (const entry of directory.value) {
    const unpacked = await unpackEntry(bytes, entry, inflation, limits);
    if (!unpacked.ok) return unpacked;
    if (!isWhole(entry, unpacked.value.bytes)) return refused({ type: 'unreadable', as: 'archive' });
    if (isArchive(unpacked.value.bytes)) return refused({ type: 'hostile', what: 'archive-in-archive' });
    files.push({ path: entry.path, bytes: unpacked.value.bytes });
    inflation = unpacked.value.inflation;
  }
  return ok(files);
}

async function unpackEntry(
  bytes: Uint8Array<ArrayBuffer>,
  entry: ZipEntry,
  inflation: Inflation,
  limits: ImportLimits,
): Promise<Result<Unpacked, ImportProblem>> {
  const range = packedRange(bytes, entry);
  if (!range) return refused({ type: 'unreadable', as: 'archive' });
  const packed = bytes.subarray(range.from, range.to);
  if (entry.method === 'deflated') return unpack(new Blob([packed]), 'deflate-raw', inflation, limits);
  const grown = inflate(inflation, packed.length, limits);
  return grown.ok ? ok({ bytes: packed, inflation: grown.value }) : grown;
}

const isWhole = ({ inflatedBytes, crc32 }: ZipEntry, bytes: Uint8Array): boolean =>
  bytes.length === inflatedBytes && crc32OfBytes(bytes) === crc32;

const isArchive = ([first, second, third, fourth]: Uint8Array): boolean =>
  first === 0x50 && second === 0x4b && third === 3 && fourth === 4;

import { fileLimits } from '#core/guard/limits.ts';
import type { ImportLimits } from '#core/guard/limits.ts';
import type { ImportProblem } from '#core/guard/problem.ts';
import { readJson } from '#core/guard/read-json.ts';
import type { Reader } from '#core/guard/reader.ts';
import { ok, refused } from '#core/result.ts';
import type { Result } from '#core/result.ts';

import { decoded } from './decoded.ts';
import { openArchive } from './open-archive.ts';
import { unpack } from './unpack.ts';

/** Lets a file in as far as the limits go and hands it to its reader. Pages call `importFile`, which does this in a worker. */
export async function openFile<T, P>(
  reader: Reader<T, P>,
  file: Blob,
  name: string,
  limits: ImportLimits = fileLimits,
): Promise<Result<T, P | ImportProblem>> {
  if (file.size > limits.fileBytes) return refused({ type: 'too-large', what: 'file' });
  if (reader.takes === 'archive') {
    const files = await openArchive(await bytesOf(file), limits);
    return files.ok ? reader.read(files.value, name) : files;
  }
  const text = await textOf(file, limits);
  if (!text.ok) return text;
  if (reader.takes === 'text') return reader.read(text.value, name);
  const raw = readJson(text.value, limits.depth);
  return raw.ok ? reader.read(raw.value, name) : raw;
}

/** The text of a file, unpacked where gzip has packed it. */
async function textOf(file: Blob, limits: ImportLimits): Promise<Result<string, ImportProblem>> {
  const [first, second] = await bytesOf(file.slice(0, 2));
  const isPacked = first === 0x1f && second === 0x8b;
  const before = { packedBytes: file.size, inflatedBytes: 0 };
  const unpacked = isPacked ? await unpack(file, 'gzip', before, limits) : ok({ bytes: await bytesOf(file) });
  if (!unpacked.ok) return unpacked;
  const text = decoded(unpacked.value.bytes);
  return text === undefined ? refused({ type: 'unreadable', as: 'text' }) : ok(text);
}

const bytesOf = async (file: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await file.arrayBuffer());

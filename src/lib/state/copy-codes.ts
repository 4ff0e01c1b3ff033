import { bytesOfText } from '#core/assignment/code.ts';
import type { CodeProblem } from '#core/assignment/code.ts';
import type { Result } from '#core/result.ts';
import { copyCodes, seeCopyCode } from '#core/transfer/copy-codes.ts';
import type { DropCodes, DropProgress, SeenDrops } from '#core/transfer/drop-codes.ts';
import { gzipped } from '#lib/storage/gzip.ts';

/** How a copy can be shown to another device. */
export type ShownCopy =
  | { readonly type: 'codes'; readonly codes: DropCodes }
  | { readonly type: 'too-large'; readonly bytes: number };

/** A copy as codes, packed; a long log is for a file. */
export async function copyToShow(copy: Blob): Promise<ShownCopy> {
  const bytes = new Uint8Array(await (await gzipped(copy)).arrayBuffer());
  const codes = copyCodes(bytes);
  return codes ? { type: 'codes', codes } : { type: 'too-large', bytes: bytes.length };
}

/** Adds what a camera saw to the codes seen before. */
export function seenCode(before: SeenDrops | undefined, text: string): Result<DropProgress, CodeProblem> {
  const code = bytesOfText(text);
  return code.ok ? seeCopyCode(before, code.value) : code;
}

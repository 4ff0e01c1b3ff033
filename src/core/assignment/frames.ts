import { ok, refused } from '../result.ts';
import type { Result as Reading } from '../result.ts';
import { hexOf, readerOf, varint } from './bytes.ts';
import { joined } from '../log/joined.ts';
import { bodyOf, bodyOfKind, codeOf, mostCodeBytes } from './code.ts';
import type { CodeProblem } from './code.ts';
import { sha256OfBytes } from '../log/sha256.ts';

/** Of a longer code in each of the QR codes that are shown one after another: version 9, which cameras read easily. */
const frameBytes = 200;

/** A code in as many frames as it takes; one that is short stays as it is. */
export function framesOf(code: Uint8Array<ArrayBuffer>): readonly Uint8Array<ArrayBuffer>[] {
  const total = Math.ceil(code.length / frameBytes);
  if (code.length <= longestStill) return [code];
  const name = sha256OfBytes(code).subarray(0, 3);
  return Array.from({ length: total }, (_, index) =>
    codeOf(
      'frame',
      name,
      varint(index),
      varint(total),
      code.subarray(index * frameBytes, (index + 1) * frameBytes),
    ),
  );
}

/** What a QR code of version 11 holds as digits. */
export const longestStill = 320;

/** Frames seen so far of one code. */
export interface Gathered {
  readonly name: string;
  readonly total: number;
  readonly parts: ReadonlyMap<number, Uint8Array>;
}

/** What came of a scanned code: it was whole, frames are still missing, or the last one made it whole. */
export type Seen =
  | { readonly type: 'whole'; readonly code: Uint8Array<ArrayBuffer> }
  | { readonly type: 'partial'; readonly gathered: Gathered };

/** Adds a scanned code to what was gathered. Frames may come in any order and any number of times; those of another code begin anew. */
export function gather(
  before: Gathered | undefined,
  code: Uint8Array<ArrayBuffer>,
): Reading<Seen, CodeProblem> {
  const read = bodyOf(code);
  if (!read.ok) return read;
  if (read.value.kind !== 'frame') return ok({ type: 'whole', code });
  const frame = frameOf(code);
  if (!frame) return refused({ type: 'shape' });
  const { name, total, index, part } = frame;
  const isSame = before?.name === name && before.total === total;
  const parts = new Map([...(isSame ? before.parts : []), [index, part]]);
  if (parts.size < total) return ok({ type: 'partial', gathered: { name, total, parts } });
  const whole = joined(...Array.from({ length: total }, (_, place) => parts.get(place) ?? []));
  const isWhole = hexOf(sha256OfBytes(whole).subarray(0, 3)) === name;
  return isWhole ? ok({ type: 'whole', code: whole }) : refused({ type: 'checksum' });
}

function frameOf(code: Uint8Array) {
  const body = bodyOfKind('frame', code);
  if (!body.ok) return undefined;
  const reader = readerOf(body.value);
  const name = hexOf(reader.take(3));
  const [index, total] = [reader.varint(), reader.varint()];
  const part = reader.take(reader.rest());
  const fits = reader.sound() && index < total && total * frameBytes <= mostCodeBytes + frameBytes;
  return fits ? { name, index, total, part } : undefined;
}

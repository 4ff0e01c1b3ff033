import { hexOf, readerOf } from '../assignment/bytes.ts';
import { bodyOf, bodyOfKind, mostCodeBytes } from '../assignment/code.ts';
import type { CodeProblem } from '../assignment/code.ts';
import { joined } from '../log/joined.ts';
import { sha256OfBytes } from '../log/sha256.ts';
import { ok, refused } from '../result.ts';
import type { Result } from '../result.ts';
import { dropCodes, seeDropCode } from './drop-codes.ts';
import type { DropCodes, SeenDrops, Stream } from './drop-codes.ts';

/** Of a longer code in each of the QR codes that are shown one after another: version 9, which cameras read easily. */
const frameBytes = 200;

const stream: Stream = {
  kind: 'drop',
  partBytes: frameBytes,
  mostParts: Math.ceil(mostCodeBytes / frameBytes),
};

/** What a QR code of version 11 holds as digits. */
export const longestStill = 320;

/** A code in as many frames as it takes; one that is short stays as it is. */
export const framesOf = (code: Uint8Array<ArrayBuffer>): DropCodes =>
  (code.length > longestStill && dropCodes(stream, code)) || { needed: 1, code: () => code };

/** Frames seen so far of one code, as this version shows them or as earlier ones did. */
export type Gathered = SeenDrops | Parts;

/** A code of earlier versions: each frame is one part of it, and all are needed. */
interface Parts {
  readonly name: string;
  readonly parts: ReadonlyMap<number, Uint8Array>;
  readonly have: number;
  readonly needed: number;
}

/** What came of a scanned code: it was whole, frames are still missing, or the last one made it whole. */
export type Seen =
  | { readonly type: 'whole'; readonly code: Uint8Array<ArrayBuffer> }
  | { readonly type: 'partial'; readonly gathered: Gathered };

/** Adds a scanned code to what was gathered. Frames may come in any order and any number of times; those of another code begin anew. */
export function gather(
  before: Gathered | undefined,
  code: Uint8Array<ArrayBuffer>,
): Result<Seen, CodeProblem> {
  const read = bodyOf(code);
  if (!read.ok) return read;
  if (read.value.kind === 'drop') return gatherDrop(before && 'caught' in before ? before : undefined, code);
  if (read.value.kind === 'frame') return gatherPart(before && 'parts' in before ? before : undefined, code);
  return ok({ type: 'whole', code });
}

function gatherDrop(before: SeenDrops | undefined, code: Uint8Array): Result<Seen, CodeProblem> {
  const read = seeDropCode(stream, before, code);
  if (!read.ok) return read;
  const { value } = read;
  return ok(
    value.type === 'whole' ? { type: 'whole', code: value.bytes } : { type: 'partial', gathered: value.seen },
  );
}

function gatherPart(before: Parts | undefined, code: Uint8Array): Result<Seen, CodeProblem> {
  const frame = partOf(code);
  if (!frame) return refused({ type: 'shape' });
  const { name, needed, index, part } = frame;
  const isSame = before?.name === name && before.needed === needed;
  const parts = new Map([...(isSame ? before.parts : []), [index, part]]);
  if (parts.size < needed)
    return ok({ type: 'partial', gathered: { name, parts, have: parts.size, needed } });
  const whole = joined(...[...parts].sort(([a], [b]) => a - b).map(([, own]) => own));
  const isWhole = hexOf(sha256OfBytes(whole).subarray(0, 3)) === name;
  return isWhole ? ok({ type: 'whole', code: whole }) : refused({ type: 'checksum' });
}

function partOf(code: Uint8Array) {
  const body = bodyOfKind('frame', code);
  if (!body.ok) return undefined;
  const reader = readerOf(body.value);
  const name = hexOf(reader.take(3));
  const [index, needed] = [reader.varint(), reader.varint()];
  const part = reader.take(reader.rest());
  const fits = reader.sound() && index < needed && needed * frameBytes <= mostCodeBytes + frameBytes;
  return fits ? { name, index, needed, part } : undefined;
}

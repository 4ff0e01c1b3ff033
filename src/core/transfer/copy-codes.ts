import { fixed, hexOf, readerOf, varint } from '../assignment/bytes.ts';
import { joined } from '../log/joined.ts';
import { bodyOfKind, codeOf } from '../assignment/code.ts';
import type { CodeProblem } from '../assignment/code.ts';
import { sha256OfBytes } from '../log/sha256.ts';
import { ok, refused } from '../result.ts';
import type { Result } from '../result.ts';
import { catchDrop, dropOf, nothingCaught, partsOf } from './fountain.ts';
import type { Caught } from './fountain.ts';

/** Of a copy in each code: with what stands around it, a QR code of version 13. */
const partBytes = 400;
/** Nobody holds a phone still for longer: at three codes a second this takes 40 seconds. */
const mostParts = 120;
/** The largest copy that goes from device to device by codes. */
export const mostCopyBytes = partBytes * mostParts;
const lastNumber = 1e6;

/** A copy as codes that are shown one after another for as long as somebody looks. */
export interface CopyCodes {
  /** How many of them it takes, whichever they are. */
  readonly needed: number;
  code(number: number): Uint8Array<ArrayBuffer>;
}

/** The codes of a packed copy; undefined where it is too large for them. */
export function copyCodes(copy: Uint8Array): CopyCodes | undefined {
  const needed = Math.ceil(copy.length / partBytes);
  if (needed < 1 || needed > mostParts) return undefined;
  const parts = Array.from({ length: needed }, (_, place) => {
    const part = new Uint8Array(partBytes);
    part.set(copy.subarray(place * partBytes, (place + 1) * partBytes));
    return part;
  });
  const head = joined(nameOf(copy), varint(copy.length));
  return {
    needed,
    code: (number) => codeOf('copy', head, fixed(number % lastNumber, 3), dropOf(parts, number % lastNumber)),
  };
}

/** What was seen so far of one copy. */
export interface SeenCopy {
  readonly name: string;
  readonly bytes: number;
  readonly caught: Caught;
  /** How many of the needed codes are here. */
  readonly have: number;
  readonly needed: number;
}

/** What came of a code: the copy is whole, or more codes are needed. */
export type CopyProgress =
  | { readonly type: 'whole'; readonly copy: Uint8Array<ArrayBuffer> }
  | { readonly type: 'partial'; readonly seen: SeenCopy };

/** Adds a code to those seen before, in any order and any number of times; one of another copy begins anew. */
export function seeCopyCode(
  before: SeenCopy | undefined,
  code: Uint8Array,
): Result<CopyProgress, CodeProblem> {
  const read = readCode(code);
  if (!read.ok) return read;
  const { name, bytes, number, drop } = read.value;
  const needed = Math.ceil(bytes / partBytes);
  const isSame = before?.name === name && before.bytes === bytes;
  const caught = catchDrop(isSame ? before.caught : nothingCaught(needed), number, drop);
  const parts = partsOf(caught);
  if (!parts) return ok({ type: 'partial', seen: { name, bytes, caught, have: caught.rows.size, needed } });
  const copy = joined(...parts).slice(0, bytes);
  return hexOf(nameOf(copy)) === name ? ok({ type: 'whole', copy }) : refused({ type: 'checksum' });
}

interface CopyCode {
  readonly name: string;
  readonly bytes: number;
  readonly number: number;
  readonly drop: Uint8Array;
}

function readCode(code: Uint8Array): Result<CopyCode, CodeProblem> {
  const body = bodyOfKind('copy', code);
  if (!body.ok) return body;
  const reader = readerOf(body.value);
  const name = hexOf(reader.take(4));
  const [bytes, number] = [reader.varint(), reader.fixed(3)];
  const drop = reader.take(reader.rest());
  const fits = reader.sound() && bytes > 0 && bytes <= mostCopyBytes && drop.length === partBytes;
  return fits ? ok({ name, bytes, number, drop }) : refused({ type: 'shape' });
}

/** What tells two copies apart. */
const nameOf = (copy: Uint8Array): Uint8Array => sha256OfBytes(copy).subarray(0, 4);

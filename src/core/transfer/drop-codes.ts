import { fixed, hexOf, readerOf, varint } from '../assignment/bytes.ts';
import { bodyOfKind, codeOf } from '../assignment/code.ts';
import type { CodeKind, CodeProblem } from '../assignment/code.ts';
import { joined } from '../log/joined.ts';
import { sha256OfBytes } from '../log/sha256.ts';
import { ok, refused } from '../result.ts';
import type { Result } from '../result.ts';
import { catchDrop, dropOf, nothingCaught, partsOf } from './fountain.ts';
import type { Caught } from './fountain.ts';

/** What is shown in QR codes one after another: of which kind the codes are and how much each of them holds. */
export interface Stream {
  readonly kind: Extract<CodeKind, 'copy' | 'drop'>;
  readonly partBytes: number;
  readonly mostParts: number;
}

const lastNumber = 1e6;

/** Bytes as codes that are shown one after another for as long as somebody looks. */
export interface DropCodes {
  /** How many of them it takes, whichever they are. */
  readonly needed: number;
  code(number: number): Uint8Array<ArrayBuffer>;
}

/** Undefined where there is nothing to show, or too much. */
export function dropCodes({ kind, partBytes, mostParts }: Stream, bytes: Uint8Array): DropCodes | undefined {
  const needed = Math.ceil(bytes.length / partBytes);
  if (needed < 1 || needed > mostParts) return undefined;
  const parts = Array.from({ length: needed }, (_, place) => {
    const part = new Uint8Array(partBytes);
    part.set(bytes.subarray(place * partBytes, (place + 1) * partBytes));
    return part;
  });
  const head = joined(nameOf(bytes), varint(bytes.length));
  return {
    needed,
    code: (number) => codeOf(kind, head, fixed(number % lastNumber, 3), dropOf(parts, number % lastNumber)),
  };
}

/** The codes seen so far of one stream. */
export interface SeenDrops {
  readonly name: string;
  readonly bytes: number;
  readonly caught: Caught;
  /** How many of the needed codes are here. */
  readonly have: number;
  readonly needed: number;
}

/** What came of a code: all is here, or more codes are needed. */
export type DropProgress =
  | { readonly type: 'whole'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'partial'; readonly seen: SeenDrops };

/** Adds a code to those seen before, in any order and any number of times; one of something else begins anew. */
export function seeDropCode(
  stream: Stream,
  before: SeenDrops | undefined,
  code: Uint8Array,
): Result<DropProgress, CodeProblem> {
  const read = readCode(stream, code);
  if (!read.ok) return read;
  const { name, bytes, number, drop } = read.value;
  const needed = Math.ceil(bytes / stream.partBytes);
  const isSame = before?.name === name && before.bytes === bytes;
  const caught = catchDrop(isSame ? before.caught : nothingCaught(needed), number, drop);
  const parts = partsOf(caught);
  if (!parts) return ok({ type: 'partial', seen: { name, bytes, caught, have: caught.rows.size, needed } });
  const whole = joined(...parts).slice(0, bytes);
  return hexOf(nameOf(whole)) === name ? ok({ type: 'whole', bytes: whole }) : refused({ type: 'checksum' });
}

interface DropCode {
  readonly name: string;
  readonly bytes: number;
  readonly number: number;
  readonly drop: Uint8Array;
}

function readCode({ kind, partBytes, mostParts }: Stream, code: Uint8Array): Result<DropCode, CodeProblem> {
  const body = bodyOfKind(kind, code);
  if (!body.ok) return body;
  const reader = readerOf(body.value);
  const name = hexOf(reader.take(4));
  const [bytes, number] = [reader.varint(), reader.fixed(3)];
  const drop = reader.take(reader.rest());
  const isSized = bytes > 0 && bytes <= partBytes * mostParts && drop.length === partBytes;
  return reader.sound() && isSized ? ok({ name, bytes, number, drop }) : refused({ type: 'shape' });
}

/** What tells two streams apart. */
const nameOf = (bytes: Uint8Array): Uint8Array => sha256OfBytes(bytes).subarray(0, 4);

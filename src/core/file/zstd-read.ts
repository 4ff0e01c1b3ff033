import { bitsAt } from './zstd-bits.ts';
import { readHuffman, readHuffmanTable } from './zstd-huffman.ts';
import type { HuffmanTable } from './zstd-huffman.ts';
import { append, beginFrame, newOutput } from './zstd-output.ts';
import type { Output } from './zstd-output.ts';
import { runSequences } from './zstd-sequences.ts';

/*
 * Zstandard as RFC 8878 has it, without dictionaries: newer packages of Anki are packed with it, and not every browser
 * can unpack it. The checksum of a frame is passed over, since the archives that hold such files have their own.
 */

/** All that is packed in some bytes; undefined when they are no such frames, or more than `most` bytes come out. */
export function readZstd(packed: Uint8Array, most: number): Uint8Array<ArrayBuffer> | undefined {
  const out = newOutput(most);
  try {
    for (let at = 0; at < packed.length;) at += readFrame(packed.subarray(at), out);
    return out.bytes.slice(0, out.length);
  } catch (error) {
    if (error instanceof RangeError) return undefined; // damaged, or made to do harm
    throw error;
  }
}

/** One frame, or one to be skipped; gives the bytes that it took. */
function readFrame(bytes: Uint8Array, out: Output): number {
  const magic = bitsAt(bytes, 0, 32);
  if (magic >= 0x184d2a50 && magic <= 0x184d2a5f) return 8 + bitsAt(bytes, 32, 32);
  const head = bytes[4] ?? 0;
  const [isAlone, isOdd] = [(head & 32) > 0, (head & 8) > 0 || (head & 3) > 0];
  if (magic !== 0xfd2fb528 || isOdd) throw new RangeError('Read a frame without a dictionary');
  const sizeBytes = head >> 6 === 0 ? Number(isAlone) : 2 ** (head >> 6);
  let at = 5 + Number(!isAlone) + sizeBytes;
  beginFrame(out);
  for (let isLast = false; !isLast;) {
    if (at + 3 > bytes.length) throw new RangeError('Read a frame to its end');
    const block = bitsAt(bytes, 8 * at, 24);
    isLast = block % 2 === 1;
    at += 3 + readBlock(bytes.subarray(at + 3), (block >> 1) & 3, block >> 3, out);
  }
  return at + ((head & 4) > 0 ? 4 : 0);
}

const mostInBlock = 128 * 1024;

/** One block; gives the bytes that it took. */
function readBlock(bytes: Uint8Array, type: number, size: number, out: Output): number {
  const taken = type === 1 ? 1 : size;
  if (type > 2 || size > mostInBlock || bytes.length < taken) throw new RangeError('Read a whole block');
  const own = bytes.subarray(0, taken);
  if (type === 0) append(out, own);
  else if (type === 1) append(out, new Uint8Array(size).fill(own[0] ?? 0));
  else {
    const [literals, told] = readLiterals(own, out);
    runSequences(own.subarray(told), literals, out);
  }
  return taken;
}

/** RFC 8878, 3.1.1.3.1: what is not copied from before; with the bytes that told it. */
function readLiterals(bytes: Uint8Array, out: Output): readonly [Uint8Array, number] {
  const [type, format] = [bitsAt(bytes, 0, 2), bitsAt(bytes, 2, 2)];
  return type < 2 ? plainLiterals(bytes, type === 1, format) : packedLiterals(bytes, type === 2, format, out);
}

function plainLiterals(bytes: Uint8Array, isRun: boolean, format: number): readonly [Uint8Array, number] {
  const head = format === 1 ? 2 : format === 3 ? 3 : 1;
  const size = head === 1 ? bitsAt(bytes, 3, 5) : bitsAt(bytes, 4, 8 * head - 4);
  const taken = isRun ? 1 : size;
  if (size > mostInBlock || head + taken > bytes.length) throw new RangeError('Read whole literals');
  const own = bytes.subarray(head, head + taken);
  return [isRun ? new Uint8Array(size).fill(own[0] ?? 0) : own, head + taken];
}

function packedLiterals(
  bytes: Uint8Array,
  hasTree: boolean,
  format: number,
  out: Output,
): readonly [Uint8Array, number] {
  const width = format < 2 ? 10 : 4 * format + 6;
  const head = (4 + 2 * width) / 8;
  const [size, packed] = [bitsAt(bytes, 4, width), bitsAt(bytes, 4 + width, width)];
  if (size > mostInBlock || head + packed > bytes.length) throw new RangeError('Read whole literals');
  const own = bytes.subarray(head, head + packed);
  const [table, told] = hasTree ? readHuffmanTable(own) : [out.huffman, 0];
  if (!table) throw new RangeError('Read a tree before it is used again');
  out.huffman = table;
  const literals = new Uint8Array(size);
  if (format === 0) readHuffman(table, own.subarray(told), literals);
  else readFour(table, own.subarray(told), literals);
  return [literals, head + packed];
}

/** Four streams, each a quarter; the lengths of the first three stand before them. */
function readFour(table: HuffmanTable, bytes: Uint8Array, literals: Uint8Array): void {
  const share = Math.ceil(literals.length / 4);
  let at = 6;
  for (let stream = 0; stream < 4; stream += 1) {
    const end = stream === 3 ? bytes.length : at + bitsAt(bytes, 16 * stream, 16);
    readHuffman(table, bytes.subarray(at, end), literals.subarray(stream * share, (stream + 1) * share));
    at = end;
  }
}

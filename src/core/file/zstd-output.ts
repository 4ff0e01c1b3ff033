import type { FseTable } from './zstd-fse.ts';
import type { HuffmanTable } from './zstd-huffman.ts';

/** What came out so far, and what a block may take over from those before it in its frame. */
export interface Output {
  bytes: Uint8Array<ArrayBuffer>;
  length: number;
  /** More bytes than these never come out. */
  readonly most: number;
  /** How far back the last three copies reached, the latest first. */
  offsets: readonly [number, number, number];
  huffman: HuffmanTable | undefined;
  tables: readonly FseTable[];
}

export const newOutput = (most: number): Output => ({
  bytes: new Uint8Array(Math.min(most, 64 * 1024)),
  length: 0,
  most,
  offsets: [1, 4, 8],
  huffman: undefined,
  tables: [],
});

/** A new frame takes nothing over. */
export function beginFrame(out: Output): void {
  out.offsets = [1, 4, 8];
  out.huffman = undefined;
  out.tables = [];
}

export function append(out: Output, bytes: Uint8Array): void {
  makeRoom(out, bytes.length);
  out.bytes.set(bytes, out.length);
  out.length += bytes.length;
}

/** Repeats what came out `back` bytes before; the copy may reach into itself. */
export function copyBack(out: Output, back: number, length: number): void {
  if (back < 1 || back > out.length)
    throw new RangeError(`Copy what came out before, not ${back} bytes back`);
  makeRoom(out, length);
  // What repeats may be copied together with its copy: the step doubles.
  for (let [left, reach] = [length, back]; left > 0; reach *= 2) {
    const step = Math.min(left, reach);
    out.bytes.copyWithin(out.length, out.length - reach, out.length - reach + step);
    out.length += step;
    left -= step;
  }
}

function makeRoom(out: Output, more: number): void {
  const needed = out.length + more;
  if (needed > out.most) throw new RangeError(`Unpack at most ${out.most} bytes`);
  if (needed <= out.bytes.length) return;
  const larger = new Uint8Array(Math.min(out.most, 2 * needed));
  larger.set(out.bytes.subarray(0, out.length));
  out.bytes = larger;
}

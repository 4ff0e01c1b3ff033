import { backwardBits } from './zstd-bits.ts';
import type { BackwardBits } from './zstd-bits.ts';
import { fseTable, loneTable, readFseTable, stateAfter, symbolAt } from './zstd-fse.ts';
import type { FseTable } from './zstd-fse.ts';
import { append, copyBack } from './zstd-output.ts';
import type { Output } from './zstd-output.ts';

/** RFC 8878, 3.1.1.3.2: literals and copies of what came before, in turn; what literals are left come last. */
export function runSequences(bytes: Uint8Array, literals: Uint8Array, out: Output): void {
  const [count, head] = countOf(bytes);
  if (count === 0) return append(out, literals);
  const stream = backwardBits(bytes.subarray(readTables(bytes, head, out)));
  const tables = out.tables;
  const states = tables.map(({ log }) => stream.read(log));
  const symbolOf = (kind: number): number => {
    const table = tables[kind];
    return table ? symbolAt(table, states[kind] ?? 0) : 0;
  };
  let at = 0;
  for (let turn = 0; turn < count; turn += 1) {
    const [literal, offset, match] = [symbolOf(0), symbolOf(1), symbolOf(2)];
    const reach = 2 ** offset + stream.read(offset);
    const length = valueOf(matchLengths, match, stream);
    const before = valueOf(literalLengths, literal, stream);
    if (at + before > literals.length) throw new RangeError('Take no more literals than there are');
    append(out, literals.subarray(at, at + before));
    at += before;
    copyBack(out, backFor(reach, before === 0, out), length);
    if (turn < count - 1) for (const kind of [0, 2, 1]) advance(tables, states, kind, stream);
  }
  if (stream.left() !== 0) throw new RangeError('Read sequences to their end');
  append(out, literals.subarray(at));
}

function advance(tables: readonly FseTable[], states: number[], kind: number, stream: BackwardBits): void {
  const table = tables[kind];
  if (table) states[kind] = stateAfter(table, states[kind] ?? 0, stream);
}

/** How many sequences there are, and how many bytes say so. */
function countOf([first = 0, second = 0, third = 0]: Uint8Array): readonly [number, number] {
  if (first < 128) return [first, 1];
  if (first < 255) return [(first - 128) * 256 + second, 2];
  return [second + third * 256 + 0x7f00, 3];
}

/** Reads the tables of literal lengths, offsets and match lengths; gives where the sequences begin. */
function readTables(bytes: Uint8Array, head: number, out: Output): number {
  const modes = bytes[head] ?? 0;
  const before = out.tables;
  let at = head + 1;
  out.tables = usual.map(({ counts, log, most }, kind) => {
    const mode = (modes >> (6 - 2 * kind)) & 3;
    const again = before[kind];
    if (mode === 0) return fseTable(counts, log);
    if (mode === 3 && again) return again;
    const [table, told] =
      mode === 2 ? readFseTable(bytes.subarray(at), most) : ([loneTable(bytes[at] ?? 0), 1] as const);
    at += told;
    return table;
  });
  return at;
}

/** How far back a copy reaches: one of the last three ways, or a new one, which then counts as the last. */
function backFor(reach: number, hasNoLiterals: boolean, out: Output): number {
  const [first, second, third] = out.offsets;
  const which = reach + (hasNoLiterals ? 1 : 0);
  if (reach > 3) {
    out.offsets = [reach - 3, first, second];
  } else if (which === 2) {
    out.offsets = [second, first, third];
  } else if (which > 2) {
    out.offsets = [which === 3 ? third : first - 1, first, second];
  }
  return out.offsets[0];
}

/** By code, the least length that it stands for, and how many bits add to it. */
type Lengths = readonly (readonly [least: number, bits: number])[];

const valueOf = (lengths: Lengths, code: number, stream: BackwardBits): number => {
  const [least, bits] = lengths[code] ?? [];
  if (least === undefined || bits === undefined) throw new RangeError(`Read a length, not code ${code}`);
  return least + stream.read(bits);
};

/** Lengths that stand for themselves, then ranges that follow each other, each as wide as its bits. */
function lengthsFrom(least: number, alone: number, bits: readonly number[]): Lengths {
  const lengths: [number, number][] = Array.from({ length: alone }, (_, code) => [least + code, 0]);
  let next = least + alone;
  for (const width of bits) {
    lengths.push([next, width]);
    next += 2 ** width;
  }
  return lengths;
}

const literalLengths = lengthsFrom(
  0,
  16,
  [1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
);
const matchLengths = lengthsFrom(
  3,
  32,
  [1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
);

const times = (count: number, value: number): readonly number[] => Array.from({ length: count }, () => value);

/** RFC 8878, 3.1.1.3.2.2: the tables that need not be told, and how fine those that are told may be. */
const usual = [
  {
    log: 6,
    most: 9,
    counts: [4, 3, ...times(11, 2), 1, 1, 1, ...times(9, 2), 3, 2, ...times(5, 1), ...times(4, -1)],
  },
  { log: 5, most: 8, counts: [...times(6, 1), 2, 2, 2, ...times(15, 1), ...times(5, -1)] },
  { log: 6, most: 9, counts: [1, 4, 3, ...times(6, 2), ...times(37, 1), ...times(7, -1)] },
];

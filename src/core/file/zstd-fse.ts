import { bitsAt, highestBit } from './zstd-bits.ts';
import type { BackwardBits } from './zstd-bits.ts';

/** A decoding table of finite state entropy: by state its symbol, and where it goes on with how many bits. */
export interface FseTable {
  readonly log: number;
  readonly symbols: Uint8Array;
  readonly bits: Uint8Array;
  readonly next: Uint16Array;
}

/** RFC 8878, 4.1.1: how often each symbol occurs, -1 for less than once; with the bytes that told it. */
export function readFseTable(bytes: Uint8Array, mostLog: number): readonly [FseTable, number] {
  const log = bitsAt(bytes, 0, 4) + 5;
  if (log > mostLog) throw new RangeError(`Read a table of at most ${mostLog} bits, not ${log}`);
  const counts: number[] = [];
  let [at, left] = [4, 1 << log];
  const take = (count: number): number => {
    at += count;
    return bitsAt(bytes, at - count, count);
  };
  while (left > 0 && counts.length < 256) {
    const width = highestBit(left + 1) + 1;
    const low = (1 << (width - 1)) - 1;
    const spare = (1 << width) - 2 - left;
    let value = take(width);
    if ((value & low) < spare) [at, value] = [at - 1, value & low];
    else if (value > low) value -= spare;
    counts.push(value - 1);
    left -= Math.abs(value - 1);
    for (let more = value === 1 ? 3 : 0; more === 3;) {
      more = take(2);
      counts.push(...zeros(more));
    }
  }
  if (left !== 0 || at > 8 * bytes.length) throw new RangeError('Read a table that adds up');
  return [fseTable(counts, log), Math.ceil(at / 8)];
}

/** RFC 8878, 4.1.1, "From normalized distribution to decoding tables". */
export function fseTable(counts: readonly number[], log: number): FseTable {
  const size = 1 << log;
  const symbols = new Uint8Array(size);
  let high = size;
  for (const [symbol, count] of counts.entries()) if (count < 0) symbols[(high -= 1)] = symbol;
  let place = 0;
  for (const [symbol, count] of counts.entries()) {
    for (let left = count; left > 0; left -= 1) {
      symbols[place] = symbol;
      do place = (place + (size >> 1) + (size >> 3) + 3) & (size - 1);
      while (place >= high);
    }
  }
  const [bits, next] = [new Uint8Array(size), new Uint16Array(size)];
  const seen = counts.map(Math.abs);
  for (const [state, symbol] of symbols.entries()) {
    const turn = seen[symbol] ?? 1;
    seen[symbol] = turn + 1;
    const width = log - highestBit(turn);
    bits[state] = width;
    next[state] = (turn << width) - size;
  }
  return { log, symbols, bits, next };
}

const zeros = (count: number): readonly number[] => Array.from({ length: count }, () => 0);

/** The table of one symbol for ever. */
export const loneTable = (symbol: number): FseTable => fseTable([...zeros(symbol), 1], 0);

export const symbolAt = ({ symbols }: FseTable, state: number): number => symbols[state] ?? 0;

export const stateAfter = ({ bits, next }: FseTable, state: number, stream: BackwardBits): number =>
  (next[state] ?? 0) + stream.read(bits[state] ?? 0);

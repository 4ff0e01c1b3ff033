import { backwardBits, highestBit } from './zstd-bits.ts';
import { readFseTable, stateAfter, symbolAt } from './zstd-fse.ts';

/** By the next `log` bits of a stream: the symbol, and how many of them it took. */
export interface HuffmanTable {
  readonly log: number;
  readonly symbols: Uint8Array;
  readonly bits: Uint8Array;
}

/** RFC 8878, 4.2.1: a tree as the weights of its symbols; with the bytes that told it. */
export function readHuffmanTable(bytes: Uint8Array): readonly [HuffmanTable, number] {
  const head = bytes[0] ?? 0;
  if (head < 128) return [huffmanTable(packedWeights(bytes.subarray(1, 1 + head))), 1 + head];
  const count = head - 127;
  const weights = Array.from({ length: count }, (_, at) => {
    const byte = bytes[1 + (at >> 1)] ?? 0;
    return at % 2 === 0 ? byte >> 4 : byte & 15;
  });
  return [huffmanTable(weights), 1 + Math.ceil(count / 2)];
}

/** Two states take turns until one has too few bits to go on. */
function packedWeights(bytes: Uint8Array): readonly number[] {
  const [table, told] = readFseTable(bytes, 6);
  const stream = backwardBits(bytes.subarray(told));
  const weights: number[] = [];
  let [state, other] = [stream.read(table.log), stream.read(table.log)];
  while (stream.left() >= 0 && weights.length < 255) {
    weights.push(symbolAt(table, state));
    [state, other] = [other, stateAfter(table, state, stream)];
  }
  return [...weights, symbolAt(table, state)];
}

function huffmanTable(told: readonly number[]): HuffmanTable {
  const sum = told.reduce((all, weight) => all + (weight > 0 ? 2 ** (weight - 1) : 0), 0);
  const log = highestBit(sum) + 1;
  const rest = 2 ** log - sum;
  if (sum === 0 || log > 11 || rest !== 2 ** highestBit(rest)) throw new RangeError('Read a whole tree');
  const weights = [...told, highestBit(rest) + 1];
  const [symbols, bits] = [new Uint8Array(2 ** log), new Uint8Array(2 ** log)];
  let at = 0;
  for (let weight = 1; weight <= log; weight += 1) {
    for (const [symbol, own] of weights.entries()) {
      if (own !== weight) continue;
      symbols.fill(symbol, at, at + 2 ** (weight - 1));
      bits.fill(log + 1 - weight, at, at + 2 ** (weight - 1));
      at += 2 ** (weight - 1);
    }
  }
  return { log, symbols, bits };
}

/** Fills `out` from one stream, which must end with it. */
export function readHuffman({ log, symbols, bits }: HuffmanTable, bytes: Uint8Array, out: Uint8Array): void {
  const stream = backwardBits(bytes);
  let at = stream.left();
  for (let place = 0; place < out.length; place += 1) {
    const from = at - log;
    const byte = from >> 3;
    const word =
      ((bytes[byte] ?? 0) | ((bytes[byte + 1] ?? 0) << 8) | ((bytes[byte + 2] ?? 0) << 16)) >>> (from & 7);
    const state = word & (2 ** log - 1);
    out[place] = symbols[state] ?? 0;
    at -= bits[state] ?? 0;
  }
  if (at !== 0) throw new RangeError('Read a stream to its end');
}

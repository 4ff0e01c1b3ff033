/** Reads bits from the end of some bytes to their beginning, below the last bit that is set; beyond that all are 0. */
export interface BackwardBits {
  /** At most 31. */
  read(count: number): number;
  /** Fewer than none when more was read than there is. */
  left(): number;
}

export function backwardBits(bytes: Uint8Array): BackwardBits {
  const last = bytes.at(-1) ?? 0;
  if (last === 0) throw new RangeError('Read bits from bytes whose last one is not 0');
  let at = 8 * bytes.length - 8 + highestBit(last);
  return {
    read: (count) => {
      at -= count;
      if (at >= 0) return bitsAt(bytes, at, count);
      return at + count > 0 ? bitsAt(bytes, 0, at + count) * 2 ** -at : 0;
    },
    left: () => at,
  };
}

/** `count` bits from bit `at` on, the lowest first. */
export function bitsAt(bytes: Uint8Array, at: number, count: number): number {
  const byte = at >> 3;
  let word = 0;
  for (let place = 4; place >= 0; place -= 1) word = word * 256 + (bytes[byte + place] ?? 0);
  return Math.floor(word / 2 ** (at & 7)) % 2 ** count;
}

export const highestBit = (value: number): number => 31 - Math.clz32(value);

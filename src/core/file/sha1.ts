/** SHA-1 (FIPS 180-4) as 40 hex digits: for the sums that other programs' files carry, never for safety. */
export function sha1Of(bytes: Uint8Array): string {
  const message = padded(bytes);
  const hash = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  for (let at = 0; at < message.length; at += 64) digest(hash, scheduleOf(message, at));
  return hash.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function padded(bytes: Uint8Array): Uint8Array {
  const message = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  message.set(bytes);
  message[bytes.length] = 0x80;
  const bits = bytes.length * 8;
  for (let index = 0; index < 6; index += 1) {
    message[message.length - 1 - index] = Math.floor(bits / 2 ** (8 * index)) & 0xff;
  }
  return message;
}

function scheduleOf(message: Uint8Array, at: number): Int32Array {
  const words = new Int32Array(80);
  for (let index = 0; index < 64; index += 1) {
    const place = index >> 2;
    words[place] = ((words[place] ?? 0) << 8) | (message[at + index] ?? 0);
  }
  for (let index = 16; index < 80; index += 1) {
    const mixed = [3, 8, 14, 16].reduce((sum, back) => sum ^ (words[index - back] ?? 0), 0);
    words[index] = rotated(mixed, 1);
  }
  return words;
}

function digest(hash: number[], words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = hash;
  words.forEach((word, index) => {
    const round = Math.floor(index / 20);
    const next = (rotated(a, 5) + mix(round, b, c, d) + e + (constants[round] ?? 0) + word) | 0;
    [a, b, c, d, e] = [next, a, rotated(b, 30), c, d];
  });
  [a, b, c, d, e].forEach((word, index) => (hash[index] = ((hash[index] ?? 0) + word) | 0));
}

const constants = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6];

function mix(round: number, b: number, c: number, d: number): number {
  if (round === 0) return (b & c) | (~b & d);
  return round === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
}

const rotated = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

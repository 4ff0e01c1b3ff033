/** SHA-256 (FIPS 180-4) of bytes, 32 bytes. The core may not wait, so it has its own. */
export function sha256(message: Uint8Array): Uint8Array {
  const state = Uint32Array.from(initial);
  const padded = padding(message);
  for (let start = 0; start < padded.length; start += 64) absorb(state, padded.subarray(start, start + 64));
  return Uint8Array.from({ length: 32 }, (_, at) => (state[at >> 2] ?? 0) >>> (24 - 8 * (at & 3)));
}

/** HMAC-SHA-256 (RFC 2104). */
export function hmac(key: Uint8Array, message: Uint8Array): Uint8Array {
  const block = new Uint8Array(64);
  block.set(key.length > 64 ? sha256(key) : key);
  const inner = sha256(
    joined(
      block.map((byte) => byte ^ 0x36),
      message,
    ),
  );
  return sha256(
    joined(
      block.map((byte) => byte ^ 0x5c),
      inner,
    ),
  );
}

/** Bytes one after another. */
export function joined(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function padding(message: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  padded.set(message);
  padded[message.length] = 0x80;
  const bits = message.length * 8;
  for (let at = 0; at < 6; at += 1) padded[padded.length - 1 - at] = Math.floor(bits / 256 ** at);
  return padded;
}

const rotated = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function absorb(state: Uint32Array, block: Uint8Array): void {
  const w = schedule(block);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let round = 0; round < 64; round += 1) {
    const s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const first = (h + s1 + ((e & f) ^ (~e & g)) + (constants[round] ?? 0) + (w[round] ?? 0)) | 0;
    const s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => (state[at] = (state[at] ?? 0) + word));
}

function schedule(block: Uint8Array): Uint32Array {
  const w = new Uint32Array(64);
  const word = (at: number): number => w[at] ?? 0;
  for (let at = 0; at < 16; at += 1) {
    w[at] = [0, 1, 2, 3].reduce((sum, place) => (sum << 8) | (block[4 * at + place] ?? 0), 0);
  }
  for (let at = 16; at < 64; at += 1) {
    const [early, late] = [word(at - 15), word(at - 2)];
    const s0 = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3);
    const s1 = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10);
    w[at] = word(at - 16) + s0 + word(at - 7) + s1;
  }
  return w;
}

/** The first 32 bits of the fractions of square and cube roots of the first primes. */
const primes = (count: number): number[] => {
  const found: number[] = [];
  for (let n = 2; found.length < count; n += 1) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
};
const fraction = (root: number): number => Math.floor((root % 1) * 2 ** 32);
const initial = primes(8).map((prime) => fraction(Math.sqrt(prime)));
const constants = primes(64).map((prime) => fraction(Math.cbrt(prime)));

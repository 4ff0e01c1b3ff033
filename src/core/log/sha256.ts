import { hex8 } from './checksum.ts';
import { utf8Of } from './utf8.ts';

/** SHA-256 (FIPS 180-4) of the text in UTF-8, as 64 hex digits. Synchronous, as a database transaction needs it. */
export const sha256 = (text: string): string => Array.from(stateAfter(utf8Of(text)), hex8).join('');

/** SHA-256 of bytes, as 32 bytes. */
export function sha256OfBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const state = stateAfter(bytes);
  return Uint8Array.from({ length: 32 }, (_, place) => (state[place >> 2] ?? 0) >>> (24 - 8 * (place & 3)));
}

function stateAfter(bytes: Uint8Array): Int32Array {
  const message = padded(bytes);
  const state = Int32Array.from(initial);
  const schedule = new Int32Array(64);
  for (let start = 0; start < message.length; start += 16) compress(state, schedule, message, start);
  return state;
}

/** The message as words, ended by one bit and its length (5.1.1). */
function padded(bytes: Uint8Array): Int32Array {
  const words = new Int32Array(((bytes.length + 72) >> 6) << 4);
  for (let index = 0; index < bytes.length; index += 1) add(words, index, bytes[index] ?? 0);
  add(words, bytes.length, 0x80);
  words[words.length - 2] = Math.floor(bytes.length / 2 ** 29);
  words[words.length - 1] = bytes.length << 3;
  return words;
}

function add(words: Int32Array, index: number, byte: number): void {
  words[index >> 2] = (words[index >> 2] ?? 0) | (byte << (24 - 8 * (index & 3)));
}

/** One block (6.2.2). */
function compress(state: Int32Array, w: Int32Array, message: Int32Array, start: number): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < 64; t += 1) {
    const word = t < 16 ? (message[start + t] ?? 0) : scheduled(w, t);
    w[t] = word;
    const sum = (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + ((e & f) ^ (~e & g));
    const first = (h + sum + (constants[t] ?? 0) + word) | 0;
    const second = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    // One by one: swapping them in a list makes a list a round.
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  const round = [a, b, c, d, e, f, g, h];
  for (let index = 0; index < 8; index += 1) state[index] = (state[index] ?? 0) + (round[index] ?? 0);
}

function scheduled(w: Int32Array, t: number): number {
  const early = w[t - 15] ?? 0;
  const late = w[t - 2] ?? 0;
  const small = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3);
  const large = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10);
  return ((w[t - 16] ?? 0) + small + (w[t - 7] ?? 0) + large) | 0;
}

const rotated = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The first 32 bits of the fraction of the roots of the first primes (4.2.2, 5.3.3). */
const fraction = (root: number): number => ((root % 1) * 2 ** 32) | 0;

const primes = Array.from({ length: 312 }, (_, number) => number).filter(
  (number) =>
    number > 1 && !Array.from({ length: number }, (_, by) => by).some((by) => by > 1 && number % by === 0),
);
const constants = Int32Array.from(primes, (prime) => fraction(prime ** (1 / 3)));
const initial = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

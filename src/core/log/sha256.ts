import { hex8 } from './checksum.ts';
import { utf8Of } from './utf8.ts';

/**
 * SHA-256 (FIPS 180-4) of the text in UTF-8, as 64 hex digits, or fewer words of it, of 8 digits each. Synchronous, as
 * a database transaction needs it.
 */
export function sha256(text: string, words = 8): string {
  const state = stateAfter(utf8Of(text));
  let hex = '';
  for (let place = 0; place < words; place += 1) hex += hex8(Number(state[place]));
  return hex;
}

/** SHA-256 of bytes, as 32 bytes. */
export function sha256OfBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const hash = new DataView(new ArrayBuffer(32));
  stateAfter(bytes).forEach((word, place) => hash.setInt32(4 * place, word));
  return new Uint8Array(hash.buffer);
}

/** The state after a message, until the next one is begun. All words are big-endian, as views read them. */
function stateAfter(bytes: Uint8Array): Int32Array {
  state.set(initial);
  const message = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const whole = bytes.length - (bytes.length % 64);
  for (let start = 0; start < whole; start += 64) compress(message, start);
  const blocks = padded(message, whole);
  for (let start = 0; start < blocks; start += 64) compress(end, start);
  return state;
}

/** Writes the end of the message, ended by one bit and its length (5.1.1): one block or two. Gives back their bytes. */
function padded(message: DataView, from: number): number {
  const length = message.byteLength;
  for (let at = 0; at < 128; at += 1) end.setUint8(at, from + at < length ? message.getUint8(from + at) : 0);
  end.setUint8(length - from, 0x80);
  const blocks = length - from < 56 ? 64 : 128;
  end.setUint32(blocks - 8, Math.floor(length / 2 ** 29));
  end.setUint32(blocks - 4, length << 3);
  return blocks;
}

// One of each for all messages, for nothing waits within one: most are short, and to make these takes longer than to hash.
const state = new Int32Array(8);
const schedule = new Int32Array(64);
const end = new DataView(new ArrayBuffer(128));

/** One block (6.2.2). `Number` is for the types: every word is there. */
function compress(message: DataView, start: number): void {
  for (let at = 0; at < 16; at += 1) schedule[at] = message.getInt32(start + 4 * at);
  for (let at = 16; at < 64; at += 1) schedule[at] = scheduled(at);
  let a = Number(state[0]);
  let b = Number(state[1]);
  let c = Number(state[2]);
  let d = Number(state[3]);
  let e = Number(state[4]);
  let f = Number(state[5]);
  let g = Number(state[6]);
  let h = Number(state[7]);
  for (let at = 0; at < 64; at += 1) {
    const sum = (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + ((e & f) ^ (~e & g));
    const first = (h + sum + Number(constants[at]) + Number(schedule[at])) | 0;
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
  state[0] = Number(state[0]) + a;
  state[1] = Number(state[1]) + b;
  state[2] = Number(state[2]) + c;
  state[3] = Number(state[3]) + d;
  state[4] = Number(state[4]) + e;
  state[5] = Number(state[5]) + f;
  state[6] = Number(state[6]) + g;
  state[7] = Number(state[7]) + h;
}

function scheduled(at: number): number {
  const early = Number(schedule[at - 15]);
  const late = Number(schedule[at - 2]);
  const small = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3);
  const large = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10);
  return (Number(schedule[at - 16]) + small + Number(schedule[at - 7]) + large) | 0;
}

const rotated = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

const places = (count: number): readonly number[] => Array.from({ length: count }, (_, place) => place);

/** The first 32 bits of the fraction of a root of a prime (4.2.2, 5.3.3). */
const fraction = (root: number): number => (root % 1) * 2 ** 32;

const primes = places(312).filter(
  (number) => number > 1 && !places(number).some((by) => by > 1 && number % by === 0),
);
const constants = Int32Array.from(primes, (prime) => fraction(prime ** (1 / 3)));
const initial = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

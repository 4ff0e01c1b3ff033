import { hex8 } from './checksum.ts';
import { utf8Of } from './utf8.ts';

/** SHA-256 (FIPS 180-4) of the text in UTF-8, as 64 hex digits. Synchronous, as a database transaction needs it. */
export function sha256(text: string): string {
  const hash = new DataView(sha256OfBytes(utf8Of(text)).buffer);
  return places(8)
    .map((place) => hex8(hash.getInt32(4 * place)))
    .join('');
}

/** SHA-256 of bytes, as 32 bytes. */
export function sha256OfBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const message = padded(bytes);
  const state = initial.slice();
  const [words, schedule] = [new DataView(state.buffer), new DataView(new ArrayBuffer(256))];
  for (let start = 0; start < message.byteLength; start += 64) compress(words, schedule, message, start);
  return state;
}

/** The message ended by one bit and its length (5.1.1). All words are big-endian, as views read them. */
function padded(bytes: Uint8Array): DataView {
  const message = new Uint8Array(((bytes.length + 72) >> 6) << 6);
  message.set(bytes);
  message[bytes.length] = 0x80;
  const view = new DataView(message.buffer);
  view.setUint32(message.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(message.length - 4, bytes.length << 3);
  return view;
}

/** One block (6.2.2). */
function compress(state: DataView, w: DataView, message: DataView, start: number): void {
  let a = state.getInt32(0);
  let b = state.getInt32(4);
  let c = state.getInt32(8);
  let d = state.getInt32(12);
  let e = state.getInt32(16);
  let f = state.getInt32(20);
  let g = state.getInt32(24);
  let h = state.getInt32(28);
  for (let at = 0; at < 256; at += 4) {
    const word = at < 64 ? message.getInt32(start + at) : scheduled(w, at);
    w.setInt32(at, word);
    const sum = (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + ((e & f) ^ (~e & g));
    const first = (h + sum + constants.getInt32(at) + word) | 0;
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
  [a, b, c, d, e, f, g, h].forEach((word, place) => {
    state.setInt32(4 * place, state.getInt32(4 * place) + word);
  });
}

function scheduled(w: DataView, at: number): number {
  const early = w.getInt32(at - 60);
  const late = w.getInt32(at - 8);
  const small = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3);
  const large = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10);
  return (w.getInt32(at - 64) + small + w.getInt32(at - 28) + large) | 0;
}

const rotated = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

const places = (count: number): readonly number[] => Array.from({ length: count }, (_, place) => place);

/** The first 32 bits of the fraction of the roots of the first primes (4.2.2, 5.3.3), as big-endian words. */
function fractions(roots: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4 * roots.length);
  const view = new DataView(bytes.buffer);
  roots.forEach((root, place) => view.setInt32(4 * place, (root % 1) * 2 ** 32));
  return bytes;
}

const primes = places(312).filter(
  (number) => number > 1 && !places(number).some((by) => by > 1 && number % by === 0),
);
const constants = new DataView(fractions(primes.map((prime) => prime ** (1 / 3))).buffer);
const initial = fractions(primes.slice(0, 8).map((prime) => Math.sqrt(prime)));

import { utf8Of as bytesOf } from '../log/utf8.ts';

/** A text as UTF-8; a lone surrogate becomes U+FFFD, so that the bytes are UTF-8 whatever the text. */
export const utf8Of = (text: string): Uint8Array =>
  bytesOf(text.replace(/\p{Surrogate}/gu, String.fromCodePoint(unreadable)));

const unreadable = 0xfffd;

/**
 * Bytes as a text: UTF-8 with or without a byte order mark, or UTF-16 with one. What is no UTF-8 becomes U+FFFD, a
 * character a bad byte.
 */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, 0, 1);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, 1, 0);
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const pieces: string[] = [];
  let points: number[] = [];
  for (let at = start; at < bytes.length;) {
    const [point, length] = pointAt(bytes, at);
    points.push(point);
    at += length;
    if (points.length === pieceLength) {
      pieces.push(String.fromCodePoint(...points));
      points = [];
    }
  }
  return pieces.join('') + String.fromCodePoint(...points);
}

/** What one call may be given without running out of stack. */
const pieceLength = 4096;

/** The code point that starts at a place, and how many bytes it takes. */
function pointAt(bytes: Uint8Array, at: number): readonly [point: number, length: number] {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return [lead, 1];
  const tail = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
  let point = lead & (0x3f >> tail);
  for (let index = 1; index <= tail; index += 1) {
    const byte = bytes[at + index] ?? 0;
    if ((byte & 0xc0) !== 0x80) return [unreadable, 1];
    point = (point << 6) | (byte & 0x3f);
  }
  const least = [0, 0x80, 0x800, 0x10000][tail] ?? 0;
  const isPoint = lead >= 0xc2 && lead < 0xf5 && point >= least && point <= 0x10ffff;
  return isPoint && (point < 0xd800 || point > 0xdfff) ? [point, tail + 1] : [unreadable, 1];
}

function utf16(bytes: Uint8Array, high: 0 | 1, low: 0 | 1): string {
  const pieces: string[] = [];
  for (let at = 2; at + 1 < bytes.length; at += 2) {
    pieces.push(String.fromCharCode(((bytes[at + low] ?? 0) << 8) | (bytes[at + high] ?? 0)));
  }
  return pieces.join('');
}

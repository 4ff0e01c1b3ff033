import { isRecord } from '../shape.ts';
import { utf8Of } from './utf8.ts';

/** A checksum against damage, not malice: CRC-32 of the canonical JSON in UTF-8, as 8 hex digits. */
export const checksumOf = (value: unknown): string => hex8(crc32(canonicalJson(value)));

/** A word of 32 bits as 8 hex digits. */
export const hex8 = (word: number): string =>
  hex2(word >>> 24) + hex2(word >>> 16) + hex2(word >>> 8) + hex2(word);

const hex2 = (byte: number): string => String(digits[byte & 0xff]);

const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * JSON text that is equal for equal values: keys sorted by code unit, no spaces, fields that are undefined left out
 * (RFC 8785). For values that come from JSON or can go there; their depth must be bounded.
 */
export function canonicalJson(value: unknown): string {
  // The browser writes JSON faster than anybody else, in the order of the fields where it keeps one.
  return keepsOrder(value) ? (JSON.stringify(ordered(value)) ?? 'null') : written(value);
}

/** Whether the fields of objects in it stay in the order in which they are set: numbers go first, and one name is taken. */
function keepsOrder(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(keepsOrder);
  if (!isRecord(value)) return true;
  return Object.keys(value).every((key) => !/^\d|^__proto__$/.test(key) && keepsOrder(value[key]));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isRecord(value)) return value;
  const fields: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) fields[key] = ordered(value[key]);
  return fields;
}

function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value) ?? 'null';
  const fields = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${written(value[key])}`);
  return `{${fields.join(',')}}`;
}

/** CRC-32 of the text in UTF-8; of a text in parts, where `before` is that of the parts before it. */
export const crc32 = (text: string, before?: number): number => crc32OfBytes(utf8Of(text), before);

/** CRC-32 as in zip and PNG (ISO 3309, reflected polynomial EDB88320), four bytes at a time as far as they go. */
export function crc32OfBytes(bytes: Uint8Array, before = 0): number {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % 4);
  let crc = ~before;
  for (let at = 0; at < whole; at += 4) {
    const word = crc ^ words.getInt32(at, true);
    crc =
      remainder(3, word) ^ remainder(2, word >>> 8) ^ remainder(1, word >>> 16) ^ remainder(0, word >>> 24);
  }
  for (let at = whole; at < bytes.length; at += 1) crc = (crc >>> 8) ^ remainder(0, crc ^ words.getUint8(at));
  return ~crc >>> 0;
}

/** What is left of a byte, the lowest of a word, that so many bytes follow. */
const remainder = (following: number, word: number): number =>
  Number(remainders[256 * following + (word & 0xff)]);

const remainders = new Int32Array(4 * 256);
for (let byte = 0; byte < 256; byte += 1) {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  remainders[byte] = crc;
}
for (let place = 256; place < remainders.length; place += 1) {
  const before = Number(remainders[place - 256]);
  remainders[place] = (before >>> 8) ^ remainder(0, before);
}

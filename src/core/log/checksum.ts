import { isRecord } from '../shape.ts';
import { utf8Of } from './utf8.ts';

/** A checksum against damage, not malice: CRC-32 of the canonical JSON in UTF-8, as 8 hex digits. */
export const checksumOf = (value: unknown): string => hex8(crc32(canonicalJson(value)));

export const hex8 = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');

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

/** CRC-32 of the text in UTF-8. */
export const crc32 = (text: string): number => crc32OfBytes(utf8Of(text));

/** CRC-32 as in zip and PNG (ISO 3309, reflected polynomial EDB88320). */
export function crc32OfBytes(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) crc = (crc >>> 8) ^ remainders.getInt32(((crc ^ byte) & 0xff) << 2);
  return ~crc >>> 0;
}

const remainders = new DataView(new ArrayBuffer(4 * 256));
for (let byte = 0; byte < 256; byte += 1) {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  remainders.setInt32(4 * byte, crc);
}

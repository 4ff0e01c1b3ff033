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
  if (Array.isArray(value)) return `[${value.map((element) => canonicalJson(element)).join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value) ?? 'null';
  let fields = '';
  for (const key of Object.keys(value).sort()) {
    if (value[key] === undefined) continue;
    fields += `${fields && ','}${JSON.stringify(key)}:${canonicalJson(value[key])}`;
  }
  return `{${fields}}`;
}

/** CRC-32 of the text in UTF-8. */
export const crc32 = (text: string): number => crc32OfBytes(utf8Of(text));

/** CRC-32 as in zip and PNG (ISO 3309, reflected polynomial EDB88320). */
export function crc32OfBytes(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) crc = (crc >>> 8) ^ (remainders[(crc ^ byte) & 0xff] ?? 0);
  return ~crc >>> 0;
}

const remainders = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

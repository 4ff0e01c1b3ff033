import { isRecord } from '../shape.ts';

/** The checksum kept with a record: CRC-32 of its canonical JSON in UTF-8, as 8 hex digits. It finds damage, not malice. */
export const checksumOf = (value: unknown): string =>
  crc32(canonicalJson(value)).toString(16).padStart(8, '0');

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

/** CRC-32 as in zip and PNG (ISO 3309, reflected polynomial EDB88320) of the text in UTF-8. */
export function crc32(text: string): number {
  let crc = ~0;
  for (let index = 0; index < text.length; index += 1) {
    const point = text.codePointAt(index) ?? 0;
    if (point > 0xffff) index += 1;
    const tail = point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    crc = fed(crc, (utf8Lead[tail] ?? 0) | (point >> (6 * tail)));
    for (let shift = 6 * (tail - 1); shift >= 0; shift -= 6) crc = fed(crc, 0x80 | ((point >> shift) & 0x3f));
  }
  return ~crc >>> 0;
}

/** First byte of a character by the number of bytes that follow. By hand, since the core knows no TextEncoder. */
const utf8Lead = [0, 0xc0, 0xe0, 0xf0];

const fed = (crc: number, byte: number): number => (crc >>> 8) ^ (remainders[(crc ^ byte) & 0xff] ?? 0);

const remainders = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

import { utf8Of } from './utf8.ts';
import { joined } from '../log/joined.ts';

/** What a column of a SQLite row holds; numbers here are whole. */
export type SqlValue = string | number | null;

/** A whole number in 1 to 9 bytes, seven bits each, highest first (the file format's "varint"). */
export function varint(value: number): Uint8Array {
  const bytes = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) {
    bytes.unshift((rest % 128) | 0x80);
  }
  return Uint8Array.from(bytes);
}

/** A row as a record (https://www.sqlite.org/fileformat2.html, 2.1). */
export function recordOf(values: readonly SqlValue[]): Uint8Array {
  const fields = values.map(fieldOf);
  const types = joined(...fields.map(({ type }) => varint(type)));
  // The head says its own length; one byte is enough for some dozen columns.
  const head = joined(varint(types.length + 1), types);
  return joined(head, ...fields.map(({ bytes }) => bytes));
}

interface Field {
  readonly type: number;
  readonly bytes: Uint8Array;
}

const none = new Uint8Array();

function fieldOf(value: SqlValue): Field {
  if (value === null) return { type: 0, bytes: none };
  if (typeof value === 'number') return numberField(value);
  const bytes = utf8Of(value);
  return { type: 13 + 2 * bytes.length, bytes };
}

/** Serial types of whole numbers, by the bytes they take. */
const sizes = [
  { type: 1, bytes: 1 },
  { type: 2, bytes: 2 },
  { type: 3, bytes: 3 },
  { type: 4, bytes: 4 },
  { type: 5, bytes: 6 },
  { type: 6, bytes: 8 },
];

function numberField(value: number): Field {
  if (value === 0 || value === 1) return { type: 8 + value, bytes: none };
  const size = sizes.find(({ bytes }) => Math.abs(value) < 2 ** (8 * bytes - 1));
  if (!size) throw new RangeError(`Keep whole numbers in SQLite, not "${value}"`);
  return { type: size.type, bytes: bigEndian(value, size.bytes) };
}

/** A whole number in so many bytes, highest first, negative ones as two's complement. */
export function bigEndian(value: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let rest = value;
  for (let index = size - 1; index >= 0; index -= 1) {
    bytes[index] = ((rest % 256) + 256) % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
}

import { textOf } from './utf8.ts';
import type { SqlValue } from './sqlite-record.ts';

/** What a column holds; bytes are those of a blob. */
export type ReadValue = SqlValue | Uint8Array;

/** A row as it is stored; a column `integer primary key` is null in it and stands in `id`. */
export interface ReadRow {
  readonly id: number;
  readonly values: readonly ReadValue[];
}

/** A database that can be asked for the rows of a table; undefined where the file is none, or damaged there. */
export interface SqliteFile {
  /** The rows of a table in the order of their ids; undefined where there is no such table or it cannot be read. */
  rows(table: string): readonly ReadRow[] | undefined;
}

/**
 * Reads tables of a SQLite 3 database (https://www.sqlite.org/fileformat2.html) with UTF-8 texts, as far as every page
 * is where it should be. Nothing in the file is trusted: a page is visited once, and a length is never more than the file.
 */
export function readSqlite(bytes: Uint8Array): SqliteFile | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 512 || textOf(bytes.subarray(0, 15)) !== 'SQLite format 3') return undefined;
  const declared = view.getUint16(16);
  const pageSize = declared === 1 ? 65_536 : declared;
  const isUtf8 = view.getUint32(56) <= 1;
  if (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0 || !isUtf8) return undefined;
  const file: File = { bytes, view, pageSize, usable: pageSize - (bytes[20] ?? 0) };
  return {
    rows(table) {
      const list = rowsOf(file, 1);
      const root = list?.find(({ values: [type, name] }) => type === 'table' && name === table)?.values[3];
      return typeof root === 'number' ? rowsOf(file, root) : undefined;
    },
  };
}

interface File {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly pageSize: number;
  readonly usable: number;
}

/** What a broken page throws, inside this file only. */
const broken = new RangeError('The page is not as it should be');

function rowsOf(file: File, root: number): readonly ReadRow[] | undefined {
  const rows: ReadRow[] = [];
  try {
    visit(file, root, rows, new Set());
    return rows;
  } catch (error) {
    // A DataView throws a RangeError as well where a number lies outside the file.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const innerPage = 0x05;
const leafPage = 0x0d;

function visit(file: File, page: number, rows: ReadRow[], seen: Set<number>): void {
  const { view, pageSize } = file;
  const start = (page - 1) * pageSize;
  if (page < 1 || seen.has(page) || start + pageSize > view.byteLength) throw broken;
  seen.add(page);
  const head = start + (page === 1 ? 100 : 0);
  const kind = view.getUint8(head);
  const count = view.getUint16(head + 3);
  if (kind !== innerPage && kind !== leafPage) throw broken;
  const pointers = head + (kind === innerPage ? 12 : 8);
  for (let index = 0; index < count; index += 1) {
    const at = start + view.getUint16(pointers + 2 * index);
    if (at >= start + pageSize) throw broken;
    if (kind === leafPage) rows.push(leafRow(file, at));
    else visit(file, view.getUint32(at), rows, seen);
  }
  if (kind === innerPage) visit(file, view.getUint32(head + 8), rows, seen);
}

function leafRow(file: File, at: number): ReadRow {
  const [size, afterSize] = varintAt(file.bytes, at);
  const [id, start] = varintAt(file.bytes, afterSize);
  if (size > file.bytes.length) throw broken;
  return { id, values: valuesIn(payloadAt(file, start, size)) };
}

/** The bytes of a record: those in the page, then those of its overflow pages. */
function payloadAt(file: File, start: number, size: number): Uint8Array {
  const { bytes, view, pageSize, usable } = file;
  const local = localSize(size, usable);
  if (start + local > bytes.length) throw broken;
  if (local === size) return bytes.subarray(start, start + size);
  const whole = new Uint8Array(size);
  whole.set(bytes.subarray(start, start + local));
  let filled = local;
  let page = view.getUint32(start + local);
  while (filled < size) {
    const from = (page - 1) * pageSize;
    const share = Math.min(usable - 4, size - filled);
    if (page < 1 || from + 4 + share > bytes.length) throw broken;
    whole.set(bytes.subarray(from + 4, from + 4 + share), filled);
    filled += share;
    page = view.getUint32(from);
  }
  return whole;
}

function localSize(size: number, usable: number): number {
  if (size <= usable - 35) return size;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const wanted = least + ((size - least) % (usable - 4));
  return wanted <= usable - 35 ? wanted : least;
}

/** A number of 1 to 9 bytes, and where the next thing begins. */
function varintAt(bytes: Uint8Array, at: number): readonly [value: number, next: number] {
  let value = 0;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) throw broken;
    if (index === 8) return [value * 256 + byte, at + 9];
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, at + index + 1];
  }
  throw broken;
}

function valuesIn(record: Uint8Array): readonly ReadValue[] {
  const [headSize, first] = varintAt(record, 0);
  if (headSize > record.length) throw broken;
  const values: ReadValue[] = [];
  let at = first;
  let body = headSize;
  while (at < headSize) {
    const [type, next] = varintAt(record, at);
    const size = sizeOf(type);
    if (body + size > record.length) throw broken;
    values.push(valueOf(type, record.subarray(body, body + size)));
    at = next;
    body += size;
  }
  return values;
}

const fixedSizes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

const sizeOf = (type: number): number => fixedSizes[type] ?? Math.floor((type - 12) / 2);

function valueOf(type: number, bytes: Uint8Array): ReadValue {
  if (type === 0 || type === 10 || type === 11) return null;
  if (type === 8 || type === 9) return type - 8;
  if (type === 7) return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0);
  if (type >= 12) return type % 2 === 1 ? textOf(bytes) : bytes;
  const value = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  return (bytes[0] ?? 0) < 0x80 ? value : value - 256 ** bytes.length;
}

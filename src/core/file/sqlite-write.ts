import { bigEndian, recordOf, varint } from './sqlite-record.ts';
import type { SqlValue } from './sqlite-record.ts';
import { utf8Of } from './utf8.ts';
import { joined } from '../log/joined.ts';

/** A row; `id` is the value of the column `integer primary key`, else any number that grows. */
export interface SqlRow {
  readonly id: number;
  /** All columns in order; the primary key itself is null here. */
  readonly values: readonly SqlValue[];
}

export interface SqlTable {
  readonly name: string;
  /** The statement that makes it. */
  readonly sql: string;
  /** In any order, each id once. */
  readonly rows: readonly SqlRow[];
}

const pageSize = 4096;
const fileHead = 100;

/**
 * A database with these tables, as SQLite 3 itself would write it (https://www.sqlite.org/fileformat2.html): table
 * b-trees without indexes, in pages of 4096 bytes, text as UTF-8.
 */
export function databaseOf(tables: readonly SqlTable[]): Uint8Array {
  // Page 1 is the list of tables; it is written last, when their first pages are known.
  const pages: Uint8Array[] = [new Uint8Array(pageSize)];
  const rows = tables.map(({ name, sql, rows: own }, index): SqlRow => {
    const root = treeOf(own, pages);
    return { id: index + 1, values: ['table', name, name, root, sql] };
  });
  pages[0] = listPage(rows, pages);
  pages[0].set(headOf(pages.length));
  return joined(...pages);
}

/** A cell of a page, with the highest id in it or below it. */
interface Cell {
  readonly id: number;
  readonly bytes: Uint8Array;
}

/** Writes the pages of a table and gives back the number of its first. */
function treeOf(rows: readonly SqlRow[], pages: Uint8Array[]): number {
  const sorted = rows.toSorted((a, b) => a.id - b.id);
  const leaves = packed(
    sorted.map((row) => leafCell(row, pages)),
    leafHead,
  );
  let level = leaves.map((cells) => ({ id: cells.at(-1)?.id ?? 0, page: added(pages, leafPage(cells)) }));
  while (level.length > 1) {
    const cells = level.map(({ id, page }) => ({ id, bytes: joined(bigEndian(page, 4), varint(id)) }));
    const groups = packed(cells, innerHead);
    let from = 0;
    level = groups.map((group) => {
      const children = level.slice(from, (from += group.length));
      const last = children.at(-1) ?? { id: 0, page: 0 };
      return { id: last.id, page: added(pages, innerPage(group.slice(0, -1), last.page)) };
    });
  }
  return level[0]?.page ?? 0;
}

const leafHead = 8;
const innerHead = 12;

/** Cells in groups that each fill one page; there is always one group, and an inner one has two cells at least. */
function packed(cells: readonly Cell[], head: number): readonly (readonly Cell[])[] {
  const groups: Cell[][] = [[]];
  let free = pageSize - head;
  for (const cell of cells) {
    const need = cell.bytes.length + 2;
    if (need > free) {
      groups.push([]);
      free = pageSize - head;
    }
    groups.at(-1)?.push(cell);
    free -= need;
  }
  const last = groups.at(-1);
  const before = groups.at(-2);
  const spare = head === innerHead && last?.length === 1 ? before?.pop() : undefined;
  if (spare) last?.unshift(spare);
  return groups;
}

function added(pages: Uint8Array[], page: Uint8Array): number {
  pages.push(page);
  return pages.length;
}

function leafCell({ id, values }: SqlRow, pages: Uint8Array[]): Cell {
  const record = recordOf(values);
  const local = localSize(record.length);
  const kept = record.subarray(0, local);
  const rest = local < record.length ? [bigEndian(overflow(record.subarray(local), pages), 4)] : [];
  return { id, bytes: joined(varint(record.length), varint(id), kept, ...rest) };
}

/** How much of a record stays in its page; the rest goes to pages of its own. */
function localSize(size: number): number {
  if (size <= pageSize - 35) return size;
  const least = Math.floor(((pageSize - 12) * 32) / 255) - 23;
  const wanted = least + ((size - least) % (pageSize - 4));
  return wanted <= pageSize - 35 ? wanted : least;
}

/** Writes the rest of a record and gives back the number of its first page. */
function overflow(rest: Uint8Array, pages: Uint8Array[]): number {
  const share = pageSize - 4;
  const count = Math.ceil(rest.length / share);
  const first = pages.length + 1;
  for (let index = 0; index < count; index += 1) {
    const page = new Uint8Array(pageSize);
    page.set(bigEndian(index + 1 < count ? first + index + 1 : 0, 4));
    page.set(rest.subarray(index * share, (index + 1) * share), 4);
    pages.push(page);
  }
  return first;
}

const leafPage = (cells: readonly Cell[], from = 0): Uint8Array =>
  pageOf(0x0d, cells, new Uint8Array(), from);
const innerPage = (cells: readonly Cell[], rightmost: number): Uint8Array =>
  pageOf(0x05, cells, bigEndian(rightmost, 4), 0);

/** A page: its head, where each cell starts, and the cells from the end backwards. */
function pageOf(kind: number, cells: readonly Cell[], tail: Uint8Array, from: number): Uint8Array {
  const page = new Uint8Array(pageSize);
  let end = pageSize;
  const starts = cells.map(({ bytes }) => {
    end -= bytes.length;
    page.set(bytes, end);
    return bigEndian(end, 2);
  });
  const head = [Uint8Array.of(kind, 0, 0), bigEndian(cells.length, 2), bigEndian(end, 2), Uint8Array.of(0)];
  page.set(joined(...head, tail, ...starts), from);
  return page;
}

function listPage(rows: readonly SqlRow[], pages: Uint8Array[]): Uint8Array {
  const cells = rows.map((row) => leafCell(row, pages));
  const size = cells.reduce((sum, { bytes }) => sum + bytes.length + 2, fileHead + leafHead);
  if (size > pageSize) throw new RangeError(`Make fewer or shorter tables, not ${size} bytes of them`);
  return leafPage(cells, fileHead);
}

function headOf(pageCount: number): Uint8Array {
  const word = (value: number): Uint8Array => bigEndian(value, 4);
  const zeros = (count: number): Uint8Array => new Uint8Array(count);
  return joined(
    utf8Of('SQLite format 3\0'),
    bigEndian(pageSize, 2),
    // Versions for writing and reading, no reserved bytes, and three shares that never differ.
    Uint8Array.of(1, 1, 0, 64, 32, 32),
    word(1),
    word(pageCount),
    zeros(8),
    word(1),
    word(4),
    zeros(8),
    // UTF-8.
    word(1),
    zeros(32),
    word(1),
    word(sqliteVersion),
  );
}

/** The SQLite that is said to have written the file: 3.40.0. */
const sqliteVersion = 3_040_000;

import { crc32OfBytes } from '../log/checksum.ts';
import { joined } from '../log/joined.ts';
import { utf8Of } from './utf8.ts';

/** One file of an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * An archive (APPNOTE.TXT 4.3) in which the files are kept as they are: the same files give the same bytes. Files of a
 * few hundred items are small, and programs everywhere read archives without compression.
 */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const path = utf8Of(name);
    const about = aboutFile(path, bytes);
    const local = joined(numbers([0x04034b50, 4]), about, path, bytes);
    directory.push(joined(numbers([0x02014b50, 4], [20, 2]), about, centralTail(offset), path));
    parts.push(local);
    offset += local.length;
  }
  const central = joined(...directory);
  return joined(...parts, central, endRecord(entries.length, central.length, offset));
}

/** Names are UTF-8. */
const flags = 0x0800;
/** 1 January 1980, the earliest an archive can say. */
const date = 0x21;

const aboutFile = (path: Uint8Array, bytes: Uint8Array): Uint8Array =>
  numbers(
    [20, 2],
    [flags, 2],
    [0, 2],
    [0, 2],
    [date, 2],
    [crc32OfBytes(bytes), 4],
    [bytes.length, 4],
    [bytes.length, 4],
    [path.length, 2],
    [0, 2],
  );

const centralTail = (offset: number): Uint8Array => numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);

const endRecord = (count: number, size: number, offset: number): Uint8Array =>
  numbers([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2]);

/** Numbers of some bytes each, lowest byte first. */
function numbers(...fields: readonly (readonly [value: number, size: number])[]): Uint8Array {
  return Uint8Array.from(
    fields.flatMap(([value, size]) =>
      Array.from({ length: size }, (_, index) => (value >>> (8 * index)) & 0xff),
    ),
  );
}

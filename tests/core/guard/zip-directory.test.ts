import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fileLimits } from '#core/guard/limits.ts';
import { packedRange, zipDirectory } from '#core/guard/zip-directory.ts';
import type { ZipEntry } from '#core/guard/zip-directory.ts';
import { zip } from '../../zip.ts';

const [entryBytes, localBytes] = [46, 30];
const text = new TextDecoder('utf-8', { fatal: true });
const bytesOf = (content: string): Uint8Array => new Uint8Array(Buffer.from(content));

const read = (archive: Uint8Array, entries = fileLimits.entries) =>
  zipDirectory(archive, { ...fileLimits, entries }, (name) => text.decode(name));

const broken = { ok: false, problem: { type: 'unreadable', as: 'archive' } };
const hostile = (what: string) => ({ ok: false, problem: { type: 'hostile', what } });

/** Two files of the same size, each as it is: where their heads and the directory lie is easily told. */
const two = zip([
  { path: 'a', bytes: bytesOf('first'), stored: true },
  { path: 'b', bytes: bytesOf('other'), stored: true },
]);
const second = localBytes + 1 + 5;
const directory = 2 * second;
const entryPlaces = [directory, directory + entryBytes + 1] as const;

/** The archive with other numbers in it, at their places. */
function changed(numbers: readonly (readonly [at: number, value: number, size?: 2 | 4])[]): Uint8Array {
  const archive = Buffer.from(two);
  for (const [at, value, size = 4] of numbers) {
    if (size === 4) archive.writeUInt32LE(value, at);
    else archive.writeUInt16LE(value, at);
  }
  return archive;
}

const paths = (archive: Uint8Array): unknown => {
  const entries = read(archive);
  return entries.ok ? entries.value.map(({ path }) => path) : entries;
};

describe('zipDirectory()', () => {
  test('tells of each file where it lies and what it says of itself', () => {
    const packed = zip([
      { path: 'media/', bytes: bytesOf('') },
      { path: 'media/b.txt', bytes: bytesOf('b'.repeat(99)), crc32: 7, inflatedBytes: 98 },
    ]);
    const offset = localBytes + 'media/'.length + 2;
    const packedBytes = deflateRawSync('b'.repeat(99)).length;
    expect(read(packed)).toEqual({
      ok: true,
      value: [{ path: 'media/b.txt', method: 'deflated', crc32: 7, packedBytes, inflatedBytes: 98, offset }],
    });
    expect(read(two)).toMatchObject({ value: [{ method: 'stored', offset: 0 }, { offset: second }] });
  });

  test('takes as many files as may be, and not one more', () => {
    expect(read(two, 2).ok).toBe(true);
    expect(read(two, 1)).toEqual({ ok: false, problem: { type: 'too-large', what: 'entries' } });
  });

  test('passes over what lies behind a name: more fields, and a comment', () => {
    const archive = changed([
      [entryPlaces[0] + 30, 5, 2],
      [entryPlaces[0] + 32, 300, 2],
    ]);
    const between = Buffer.alloc(305, 1);
    expect(
      paths(Buffer.concat([archive.subarray(0, entryPlaces[1]), between, archive.subarray(entryPlaces[1])])),
    ).toEqual(['a', 'b']);
  });

  test('is not misled by a comment that looks like the end', () => {
    const comment = `PK\u0005\u0006${'\u0000'.repeat(20)}`;
    expect(paths(zip([{ path: 'a', bytes: bytesOf('1') }], comment))).toEqual(['a']);
  });

  test('takes files that lie in another order than they are listed', () => {
    const archive = changed([
      [entryPlaces[0] + 42, second],
      [entryPlaces[1] + 42, 0],
    ]);
    expect(paths(archive)).toEqual(['a', 'b']);
  });

  test('lets a file reach up to the next one and no byte further', () => {
    expect(paths(changed([[entryPlaces[0] + 20, second - localBytes]]))).toEqual(['a', 'b']);
    expect(paths(changed([[entryPlaces[0] + 20, second - localBytes + 1]]))).toEqual(hostile('overlap'));
  });

  test.each<[string, readonly (readonly [number, number, (2 | 4)?])[]]>([
    ['an entry that does not begin as one', [[entryPlaces[1], 0x04034b50]]],
    ['an entry more than there is', [[two.length - 12, 3, 2]]],
    ['a directory behind its own end', [[two.length - 6, two.length - 22]]],
    ['a name behind the end', [[entryPlaces[1] + 28, 60_000, 2]]],
    ['a way of packing that nobody knows', [[entryPlaces[0] + 10, 12, 2]]],
    ['a password', [[entryPlaces[0] + 8, 0x801, 2]]],
    ['packed bytes told elsewhere', [[entryPlaces[1] + 20, 0xffff_ffff]]],
    ['a size told elsewhere', [[entryPlaces[1] + 24, 0xffff_ffff]]],
    ['an address told elsewhere', [[entryPlaces[1] + 42, 0xffff_ffff]]],
  ])('refuses %s', (_, numbers) => {
    expect(read(changed(numbers))).toEqual(broken);
  });

  test('refuses an entry that is cut by the end', () => {
    const end = two.subarray(two.length - 22);
    const archive = Buffer.concat([Buffer.from('PK\u0001\u0002 cut'), end]);
    archive.writeUInt16LE(1, 8 + 10);
    archive.writeUInt32LE(0, 8 + 16);
    expect(read(archive)).toEqual(broken);
  });

  test('refuses a file without a name, and a name that is no text', () => {
    expect(read(zip([{ path: '', bytes: bytesOf('1') }]))).toEqual(hostile('path'));
    expect(zipDirectory(two, fileLimits, () => undefined)).toEqual(broken);
  });
});

describe('packedRange()', () => {
  const entry = (offset: number, packedBytes: number): ZipEntry => ({
    path: 'a',
    method: 'stored',
    crc32: 0,
    packedBytes,
    inflatedBytes: packedBytes,
    offset,
  });

  test('passes over the name and the fields of the own head', () => {
    expect(packedRange(two, entry(second, 5))).toEqual({ from: directory - 5, to: directory });
    expect(packedRange(changed([[28, 3, 2]]), entry(0, 5))).toEqual({ from: 34, to: 39 });
  });

  test('reaches up to the end of the file and no byte further', () => {
    const head = changed([[26, 0, 2]]).subarray(0, localBytes);
    expect(packedRange(head, entry(0, 0))).toEqual({ from: localBytes, to: localBytes });
    expect(packedRange(head, entry(0, 1))).toBeUndefined();
  });

  test.each([
    ['that does not begin as one', two, 1],
    ['that is cut', two.subarray(0, localBytes - 1), 0],
    ['behind the end', two, two.length],
  ])('has nothing to tell of a head %s', (_, bytes, offset) => {
    expect(packedRange(bytes, entry(offset, 1))).toBeUndefined();
  });
});

import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fileLimits, linkLimits } from '#core/guard/limits.ts';
import type { ImportLimits } from '#core/guard/limits.ts';
import type { Reader } from '#core/guard/reader.ts';
import { ok } from '#core/result.ts';
import { openFile } from '#lib/import/open-file.ts';
import { readers } from '#lib/import/readers.ts';
import { zip } from '../../zip.ts';

const json: Reader<unknown, never> = { takes: 'json', read: ok };
const text: Reader<string, never> = { takes: 'text', read: ok };
const archive: Reader<unknown, never> = {
  takes: 'archive',
  read: (files) =>
    ok(Object.fromEntries(files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]))),
};

type Content = string | Uint8Array<ArrayBuffer>;

/** What comes of a file: its content or the problem. */
async function opened<T>(
  reader: Reader<T, never>,
  content: Content,
  limits: Partial<ImportLimits> = {},
): Promise<unknown> {
  const read = await openFile(reader, new Blob([content]), 'a file', { ...fileLimits, ...limits });
  return read.ok ? read.value : read.problem;
}

const bytes = (content: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(content));
const noise = (size: number): Uint8Array<ArrayBuffer> => {
  const made = new Uint8Array(size);
  let state = 1;
  for (let index = 0; index < size; index += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    made[index] = state >>> 16;
  }
  return made;
};
const megabyte = 1024 * 1024;

describe('openFile() of JSON and text', () => {
  test.each([
    ['plain', '{"a":1}'],
    ['with a byte order mark', '\uFEFF{"a":1}'],
    ['packed', new Uint8Array(gzipSync('{"a":1}'))],
    ['as UTF-16', new Uint8Array(Buffer.from('\uFEFF{"a":1}', 'utf16le'))],
  ])('reads it %s', async (_, content) => {
    expect(await opened(json, content)).toEqual({ a: 1 });
  });

  test.each<readonly [string, Content, Partial<ImportLimits>, object]>([
    ['a file that is too large', '12345', { fileBytes: 4 }, { type: 'too-large', what: 'file' }],
    [
      'a bomb',
      new Uint8Array(gzipSync(Buffer.alloc(4 * megabyte))),
      {},
      { type: 'too-large', what: 'ratio' },
    ],
    [
      'too much in it',
      new Uint8Array(gzipSync(noise(5000))),
      { inflatedBytes: 4999 },
      { type: 'too-large', what: 'inflated' },
    ],
    [
      'a packed file that is cut',
      new Uint8Array(gzipSync(noise(5000)).subarray(0, 4000)),
      {},
      { type: 'unreadable', as: 'packed' },
    ],
    [
      'what only looks packed',
      new Uint8Array([0x1f, 0x8b, 1, 2, 3]),
      {},
      { type: 'unreadable', as: 'packed' },
    ],
    [
      'a packed file with something behind it',
      new Uint8Array(Buffer.concat([gzipSync('1'), Buffer.from('x')])),
      {},
      { type: 'unreadable', as: 'packed' },
    ],
    ['what is no text', new Uint8Array([0x61, 0xff, 0xfe]), {}, { type: 'unreadable', as: 'text' }],
    ['deep JSON', '['.repeat(40), {}, { type: 'hostile', what: 'depth' }],
    ['JSON with a prototype', '{"__proto__":1}', {}, { type: 'hostile', what: 'key' }],
  ])('refuses %s', async (_, content, limits, problem) => {
    expect(await opened(json, content, limits)).toEqual(problem);
  });

  test('a file that is too large is not read', async () => {
    const file = new Blob(['1']);
    Object.defineProperty(file, 'size', { value: fileLimits.fileBytes + 1 });
    Object.defineProperty(file, 'arrayBuffer', { value: () => Promise.reject(new TypeError('read')) });
    expect(await openFile(json, file, 'a file')).toEqual({
      ok: false,
      problem: { type: 'too-large', what: 'file' },
    });
  });

  test('a reader has the last word', async () => {
    expect(await openFile(readers.facts, new Blob(['{}']), 'facts.txt')).toEqual({
      ok: false,
      problem: { type: 'not-facts' },
    });
  });

  test('a link is read within narrower limits', async () => {
    const limits = linkLimits;
    expect(await opened(text, 'a'.repeat(8 * 1024), limits)).toHaveLength(8 * 1024);
    expect(await opened(text, 'a'.repeat(8 * 1024 + 1), limits)).toEqual({ type: 'too-large', what: 'file' });
    const packed = new Uint8Array(gzipSync('a'.repeat(256 * 1024 + 1)));
    expect(await opened(text, packed, limits)).toEqual({ type: 'too-large', what: 'inflated' });
  });
});

describe('openFile() of an archive', () => {
  const files = [
    { path: 'a.txt', bytes: bytes('first') },
    { path: 'media/b.txt', bytes: bytes('second'.repeat(99)) },
    { path: 'c.txt', bytes: bytes('kept as it is'), stored: true },
  ];
  const content = { 'a.txt': 'first', 'media/b.txt': 'second'.repeat(99), 'c.txt': 'kept as it is' };

  test('gives its files, without folders', async () => {
    expect(await opened(archive, zip(files))).toEqual(content);
    expect(
      await opened(archive, zip([{ path: 'media/', bytes: bytes(''), stored: true }, ...files])),
    ).toEqual(content);
    expect(await opened(archive, zip(files, 'a comment'))).toEqual(content);
    expect(await opened(archive, zip([]))).toEqual({});
  });

  const path = { type: 'hostile', what: 'path' };
  const unreadable = { type: 'unreadable', as: 'archive' };
  const file = { path: 'a', bytes: bytes('content') };
  test.each<readonly [string, Content, Partial<ImportLimits>, object]>([
    ['a way out', zip([{ ...file, path: '../a' }]), {}, path],
    ['a root', zip([{ ...file, path: '/a' }]), {}, path],
    ['two files of one name', zip([file, file]), {}, path],
    ['too many files', zip(files), { entries: 2 }, { type: 'too-large', what: 'entries' }],
    [
      'a bomb',
      zip([{ path: 'a', bytes: new Uint8Array(4 * megabyte) }]),
      {},
      { type: 'too-large', what: 'ratio' },
    ],
    [
      'too much in all files together',
      zip(files),
      { inflatedBytes: 500 },
      { type: 'too-large', what: 'inflated' },
    ],
    [
      'too much that is not packed',
      zip([{ ...file, stored: true }]),
      { inflatedBytes: 6 },
      { type: 'too-large', what: 'inflated' },
    ],
    [
      'an archive in it',
      zip([{ path: 'a.zip', bytes: new Uint8Array(zip([file])) }]),
      {},
      { type: 'hostile', what: 'archive-in-archive' },
    ],
    [
      'files that share bytes',
      zip([
        { ...file, path: 'b' },
        { ...file, offset: 0 },
      ]),
      {},
      { type: 'hostile', what: 'overlap' },
    ],
    ['another sum', zip([{ ...file, crc32: 7 }]), {}, unreadable],
    ['another size', zip([{ ...file, inflatedBytes: 6 }]), {}, unreadable],
    ['a password', zip([{ ...file, flags: 1 }]), {}, unreadable],
    ['an address behind the end', zip([{ ...file, offset: 9999 }]), {}, { type: 'hostile', what: 'overlap' }],
    ['no archive', 'PK hello, this is a text and no archive', {}, unreadable],
    ['nothing', '', {}, unreadable],
  ])('refuses %s', async (_, archived, limits, problem) => {
    expect(
      await opened(archive, typeof archived === 'string' ? archived : new Uint8Array(archived), limits),
    ).toEqual(problem);
  });

  test('cut anywhere it is refused', async () => {
    const whole = zip(files);
    for (let length = 0; length < whole.length; length += 1) {
      const cut = new Uint8Array(whole.subarray(0, length));
      expect(await opened(archive, cut), `${length} bytes`).toMatchObject({ type: 'unreadable' });
    }
  });

  // A changed byte may lie where nobody looks (a date); it never changes the content of a file.
  test('with changed bytes it is refused or gives the same contents, and never throws', async () => {
    const whole = zip(files);
    const contents = new Set(Object.values(content));
    const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const mutant = new Uint8Array(whole);
        for (const { at, byte } of changes) mutant[at] = byte;
        const read = await openFile(archive, new Blob([mutant]), 'a mutant');
        if (!read.ok) expect(['unreadable', 'hostile', 'too-large']).toContain(read.problem.type);
        else expect(Object.values(read.value as object).filter((one) => !contents.has(one))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

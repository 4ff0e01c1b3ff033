import { expect, test } from 'vitest';
import { fileLimits, linkLimits } from '#core/guard/limits.ts';

test('a file may have 100 MB, 300 MB unpacked, a hundred for one and 20,000 files', () => {
  expect(fileLimits).toEqual({
    fileBytes: 104_857_600,
    inflatedBytes: 314_572_800,
    ratio: 100,
    ratioFromBytes: 1_048_576,
    entries: 20_000,
    depth: 32,
    timeMs: 30_000,
  });
});

test('a link may have 8 KB, 256 KB unpacked, however well it is packed, and is no archive', () => {
  expect(linkLimits).toEqual({
    ...fileLimits,
    fileBytes: 8192,
    inflatedBytes: 262_144,
    ratioFromBytes: 262_144,
    entries: 0,
    timeMs: 3000,
  });
});

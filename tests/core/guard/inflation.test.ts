import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inflate } from '#core/guard/inflation.ts';
import { fileLimits } from '#core/guard/limits.ts';

const limits = { ...fileLimits, inflatedBytes: 1000, ratio: 10, ratioFromBytes: 100 };

test('inflate() adds up to the limit and not a byte further, however the bytes come', () => {
  const chunks = fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 20 });
  fc.assert(
    fc.property(chunks, fc.nat(200), (sizes, packedBytes) => {
      let total = 0;
      let inflation = { packedBytes, inflatedBytes: 0 };
      for (const size of sizes) {
        total += size;
        const grown = inflate(inflation, size, limits);
        const isBomb = total > 100 && total > packedBytes * 10;
        expect(grown.ok).toBe(total <= 1000 && !isBomb);
        if (!grown.ok) return;
        expect(grown.value).toEqual({ packedBytes, inflatedBytes: total });
        inflation = grown.value;
      }
    }),
  );
});

test('inflate() lets a short text be packed as well as it can', () => {
  expect(inflate({ packedBytes: 1, inflatedBytes: 0 }, 100, limits).ok).toBe(true);
  expect(inflate({ packedBytes: 1, inflatedBytes: 0 }, 101, limits)).toMatchObject({
    problem: { type: 'too-large', what: 'ratio' },
  });
});

test('inflate() takes exactly as much as may come out', () => {
  expect(inflate({ packedBytes: 200, inflatedBytes: 999 }, 1, limits).ok).toBe(true);
  expect(inflate({ packedBytes: 200, inflatedBytes: 999 }, 2, limits).ok).toBe(false);
  expect(inflate({ packedBytes: 50, inflatedBytes: 0 }, 500, limits).ok).toBe(true);
  expect(inflate({ packedBytes: 50, inflatedBytes: 0 }, 501, limits).ok).toBe(false);
});

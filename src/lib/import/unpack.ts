import { inflate } from '#core/guard/inflation.ts';
import type { Inflation } from '#core/guard/inflation.ts';
import type { ImportLimits } from '#core/guard/limits.ts';
import type { ImportProblem } from '#core/guard/problem.ts';
import { ok, refused } from '#core/result.ts';
import type { Result } from '#core/result.ts';

export interface Unpacked {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly inflation: Inflation;
}

/** Reads a packed stream as far as the limits go; one that goes further is cut off and nothing of it is kept. */
export async function unpack(
  packed: Blob,
  format: CompressionFormat,
  before: Inflation,
  limits: ImportLimits,
): Promise<Result<Unpacked, ImportProblem>> {
  const reader = packed.stream().pipeThrough(new DecompressionStream(format)).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let inflation = before;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return ok({ bytes: await joined(chunks), inflation });
      const grown = inflate(inflation, value.length, limits);
      if (!grown.ok) {
        await reader.cancel();
        return grown;
      }
      inflation = grown.value;
      chunks.push(value);
    }
  } catch {
    return refused({ type: 'unreadable', as: 'packed' });
  }
}

const joined = async (chunks: readonly Uint8Array<ArrayBuffer>[]): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new Blob([...chunks]).arrayBuffer());

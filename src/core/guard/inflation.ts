import { ok, refused } from '../result.ts';
import type { Result } from '../result.ts';
import type { ImportLimits } from './limits.ts';
import type { ImportProblem } from './problem.ts';

/** How much has come out of a packed file so far. */
export interface Inflation {
  /** Bytes of the file as it lies there. */
  readonly packedBytes: number;
  readonly inflatedBytes: number;
}

/** Counts bytes that have just come out: what a file says about its own size proves nothing. */
export function inflate(
  { packedBytes, inflatedBytes }: Inflation,
  more: number,
  limits: ImportLimits,
): Result<Inflation, ImportProblem> {
  const total = inflatedBytes + more;
  if (total > limits.inflatedBytes) return refused({ type: 'too-large', what: 'inflated' });
  const isBomb = total > limits.ratioFromBytes && total > packedBytes * limits.ratio;
  return isBomb ? refused({ type: 'too-large', what: 'ratio' }) : ok({ packedBytes, inflatedBytes: total });
}

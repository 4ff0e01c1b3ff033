import { sha256OfBytes } from '../log/sha256.ts';
import { utf8Of } from '../log/utf8.ts';
import type { PublicKey } from './assignment.ts';
import { crockfordOf } from './lettering.ts';

/** What two people compare to know that a key is the same: 50 bits of its SHA-256, in three groups. */
export const fingerprintOf = (key: PublicKey): string => {
  const letters = crockfordOf(sha256OfBytes(utf8Of(key)).subarray(0, 7))
    .replaceAll('-', '')
    .slice(0, 10);
  return [letters.slice(0, 4), letters.slice(4, 7), letters.slice(7)].join(' ');
};

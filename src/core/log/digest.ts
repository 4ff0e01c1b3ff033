import type { Identity } from './envelope.ts';
import { identityOf } from './envelope.ts';
import { sha256 } from './sha256.ts';

/** A name for a set of entries, 64 hex digits: two devices have the same entries when their digests are equal. */
export const digestOf = (entries: Iterable<Identity>): string =>
  sha256([...new Set([...entries].map(identityOf))].sort().join('\n'));

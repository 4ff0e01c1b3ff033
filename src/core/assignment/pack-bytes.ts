import { bytesOfHex, fixed, hexOf } from './bytes.ts';
import { joined } from '../log/joined.ts';
import type { Reader } from './bytes.ts';
import type { PackHash } from './assignment.ts';
import { topicTag } from './code.ts';
import type { KnownPack } from './code.ts';

/** Hash, tag and version: where everything else begins. */
export const packBytes = 13;

export const headBytes = ({ hash, topic, version }: KnownPack): Uint8Array =>
  joined(bytesOfHex(hash), topicTag(topic), fixed(dateCode(version), 3));

/** What `headBytes` wrote: the hash, the topic's two bytes as hex, and the version. */
export function readHead(reader: Reader): {
  readonly hash: PackHash;
  readonly tag: string;
  readonly version: string;
} {
  const hash = hexOf(reader.take(8)) as PackHash;
  const tag = hexOf(reader.take(2));
  return { hash, tag, version: isoOf(reader.fixed(3)) };
}

/** A date as precise as it is, in three bytes. */
function dateCode(iso: string): number {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return (year * 13 + month) * 32 + day;
}

function isoOf(code: number): string {
  const parts = [Math.floor(code / 32 / 13), Math.floor(code / 32) % 13, code % 32];
  return parts
    .filter((part) => part > 0)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

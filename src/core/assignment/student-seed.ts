import { joined } from '../log/joined.ts';
import { utf8Of } from '../log/utf8.ts';
import { studentKey } from './assignment.ts';
import type { Assignment, Student } from './assignment.ts';
import { bytesOfHex, fixed } from './bytes.ts';
import { hmac } from './hmac.ts';

type Root = Pick<Assignment, 'seed' | 'pack'>;

/** 32 bits that only this label of this assignment has: HMAC of the seed and the facts over it. */
export function labelSeed({ seed, pack }: Root, label: string): number {
  const mac = hmac(joined(fixed(seed, 4), bytesOfHex(pack)), utf8Of(label));
  return mac.subarray(0, 4).reduce((sum, byte) => sum * 256 + byte, 0);
}

/** 32 bits that only this student of this assignment has. */
export const studentSeed = (root: Root, student: Student): number => labelSeed(root, studentKey(student));

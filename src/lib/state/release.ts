import type { Assignment } from '#core/assignment/assignment.ts';
import { releaseCheck } from '#lib/crypto/lock.ts';
import { releaseSalt } from './hand-out.ts';

/** Whether a word is the one that releases the feedback of an assignment. */
export const isRelease = async (assignment: Assignment, word: string): Promise<boolean> =>
  (await releaseCheck(word, releaseSalt(assignment))) === assignment.release;

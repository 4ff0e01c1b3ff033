import type { Terms } from '#core/assignment/sheet.ts';
import { releaseCheck } from '#lib/crypto/lock.ts';
import { releaseSalt } from './hand-out.ts';

/** Whether a word is the one that releases the feedback of an assignment with these terms. */
export const isRelease = async (terms: Terms, word: string): Promise<boolean> =>
  (await releaseCheck(word, releaseSalt(terms))) === terms.release;

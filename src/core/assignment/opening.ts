import { ok, refused } from '../result.ts';
import type { Result as Reading } from '../result.ts';
import { readerOf, sizedText } from './bytes.ts';
import { joined } from '../log/joined.ts';
import { bodyOfKind, codeOf } from './code.ts';
import type { CodeProblem, KnownPack } from './code.ts';
import { bytesOfCrockford, crockfordOf } from './lettering.ts';
import { headBytes, packBytes } from './pack-bytes.ts';

/*
 * A locked assignment is a code of its own: which pack it needs and its title in the clear, so that phones can get
 * ready, then a salt and the assignment's code under a word that the teacher tells when it begins.
 */

/** An assignment that waits for its word. */
export interface LockedAssignment {
  readonly title: string;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly locked: Uint8Array<ArrayBuffer>;
}

export const encodeLocked = (
  pack: KnownPack,
  { title, salt, locked }: LockedAssignment,
): Uint8Array<ArrayBuffer> => codeOf('locked', headBytes(pack), sizedText(title), salt, locked);

export function decodeLocked(code: Uint8Array): Reading<LockedAssignment, CodeProblem> {
  const body = bodyOfKind('locked', code);
  if (!body.ok) return body;
  const reader = readerOf(body.value);
  reader.take(packBytes);
  const title = reader.text();
  const salt = joined(reader.take(8));
  const locked = joined(reader.take(reader.rest()));
  return reader.sound() && locked.length > 16 ? ok({ title, salt, locked }) : refused({ type: 'shape' });
}

/** A word of start or release as a code, to be shown as a second QR code. */
export const encodeWord = (word: string): Uint8Array<ArrayBuffer> =>
  codeOf('opening', sizedText(tidyWord(word)));

export function decodeWord(code: Uint8Array): Reading<string, CodeProblem> {
  const body = bodyOfKind('opening', code);
  if (!body.ok) return body;
  const reader = readerOf(body.value);
  const word = reader.text();
  return reader.sound() && reader.rest() === 0 && word !== '' ? ok(word) : refused({ type: 'shape' });
}

/** A word out of 40 random bits, easy to read out: `K7QM-2F9D`. */
export const wordOf = (random: Uint8Array): string => crockfordOf(random.subarray(0, 5));

/** Equal for all ways to type a word. Words of a teacher's own are taken letter by letter, without case or gaps. */
export function tidyWord(typed: string): string {
  const bytes = bytesOfCrockford(typed);
  if (bytes && bytes.length === 5) return crockfordOf(bytes);
  return typed.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

import { decodeAssignment, packOfCode } from '#core/assignment/assignment-code.ts';
import type { ReadAssignment } from '#core/assignment/assignment-code.ts';
import type { PublicKey } from '#core/assignment/assignment.ts';
import { bodyOf, bytesOfText } from '#core/assignment/code.ts';
import type { CodeProblem, KnownPack } from '#core/assignment/code.ts';
import type { Marking } from '#core/assignment/collect.ts';
import { decodeLocked } from '#core/assignment/opening.ts';
import type { LockedAssignment } from '#core/assignment/opening.ts';
import { assignmentEntries } from '#core/assignment/student-entries.ts';
import { generatorVersion } from '#core/item/generate.ts';
import { itemMaker } from '#core/item/recipe.ts';
import { ok, refused } from '#core/result.ts';
import type { Result } from '#core/result.ts';
import { unlock } from '#lib/crypto/lock.ts';
import { isSignedBy } from '#lib/crypto/sign.ts';
import { knownPacks } from './known-packs.ts';

/** A quiz that somebody was given, as far as it can be read without its facts. */
export interface Invitation {
  readonly code: Uint8Array<ArrayBuffer>;
  readonly pack: KnownPack;
  /** It waits for its word. */
  readonly locked?: LockedAssignment;
}

/** Reads a link, the digits of a QR code, a file's text or what was typed. Nothing is written. */
export function readInvitation(
  text: string,
  packs: readonly KnownPack[] = knownPacks,
): Result<Invitation, CodeProblem> {
  const bytes = bytesOfText(text);
  return bytes.ok ? invitationOf(bytes.value, packs) : bytes;
}

function invitationOf(
  code: Uint8Array<ArrayBuffer>,
  packs: readonly KnownPack[],
): Result<Invitation, CodeProblem> {
  const pack = packOfCode(code, packs);
  if (!pack.ok) return pack;
  const body = bodyOf(code);
  if (!body.ok || body.value.kind !== 'locked') return ok({ code, pack: pack.value });
  const locked = decodeLocked(code);
  return locked.ok ? ok({ code, pack: pack.value, locked: locked.value }) : locked;
}

/** The quiz behind a word; undefined when it is another word. */
export async function opened(
  { locked }: Required<Pick<Invitation, 'locked'>>,
  word: string,
  packs: readonly KnownPack[] = knownPacks,
): Promise<Result<Invitation, CodeProblem> | undefined> {
  const code = await unlock(locked.locked, word, locked.salt);
  return code && invitationOf(code, packs);
}

/** An invitation with everything that it says. */
export interface Offer extends ReadAssignment {
  readonly code: Uint8Array<ArrayBuffer>;
  readonly items: number;
}

/** Reads an invitation against its facts, and proves its signature where it has one. */
export async function offerOf(
  { code, pack }: Invitation,
  { base, cards }: Marking,
): Promise<Result<Offer, CodeProblem>> {
  const read = decodeAssignment(code, pack, base.topic);
  if (!read.ok) return read;
  const { assignment, signed, signature } = read.value;
  if (assignment.teacher && !(signature && (await isSignedBy(assignment.teacher.signing, signed, signature))))
    return refused({ type: 'signature' });
  if (assignment.generator !== generatorVersion)
    return refused({ type: 'other-generator', newer: assignment.generator > generatorVersion });
  const entries = assignmentEntries(base, cards, assignment);
  return entries.length > 0 && entries.every(itemMaker(base, cards))
    ? ok({ ...read.value, code, items: entries.length })
    : refused({ type: 'shape' });
}

/** How a quiz stands to the teachers known on this device. */
export type Trust = 'unsigned' | 'known' | 'first' | 'another';

export function trustOf({ assignment: { teacher } }: Offer, trusted: ReadonlySet<PublicKey>): Trust {
  if (!teacher) return 'unsigned';
  if (trusted.has(teacher.signing)) return 'known';
  return trusted.size === 0 ? 'first' : 'another';
}

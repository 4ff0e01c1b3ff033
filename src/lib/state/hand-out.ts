import type { Base } from '#core/fact/base.ts';
import { generatorVersion } from '#core/item/generate.ts';
import {
  assignmentId,
  assignmentToSign,
  encodeAssignment,
  encodeTyped,
  mostTitleBytes,
  versionIn,
} from '#core/assignment/assignment-code.ts';
import type { Handout, MoreTime } from '#core/assignment/assignment-event.ts';
import type { Assignment, ExtraTime, Student, StudentTag } from '#core/assignment/assignment.ts';
import { bytesOfHex, fixed } from '#core/assignment/bytes.ts';
import { joined } from '#core/log/joined.ts';
import { tagOf } from '#core/assignment/extra-time.ts';
import { textOfCode } from '#core/assignment/code.ts';
import type { KnownPack } from '#core/assignment/code.ts';
import { bytesOfBase64url, crockfordOf } from '#core/assignment/lettering.ts';
import { encodeLocked, wordOf } from '#core/assignment/opening.ts';
import { utf8Of } from '#core/log/utf8.ts';
import { lock, releaseCheck } from '#lib/crypto/lock.ts';
import { sign } from '#lib/crypto/sign.ts';
import { randomBytes } from '#lib/storage/random.ts';
import { knownPacks } from './known-packs.ts';
import type { Assignments } from './assignments.svelte.ts';

/** A quiz as its teacher wants it to be handed out. */
export type Draft = Pick<Assignment, 'seed' | 'content' | 'mode' | 'settings' | 'title' | 'opens' | 'due'>;

export interface HandOutWishes {
  /** Nobody can read it before the word of start is told. */
  readonly locked: boolean;
  /** Students can tell that it comes from this teacher. Sealed ones always are signed. */
  readonly signed: boolean;
  /** Empty means anybody. */
  readonly students: readonly Student[];
  /** Who gets more time than the limit, in percent of it. */
  readonly extraTime: readonly MoreTime[];
}

/** Hands a quiz out: signs it where it is to be signed, and keeps it so that results can be marked. */
export async function handOut(
  assignments: Pick<Assignments, 'keys' | 'tell' | 'keepFacts' | 'keepItems'>,
  { topic }: Base,
  draft: Draft,
  wishes: HandOutWishes,
): Promise<Handout> {
  const pack = packFor(topic.id);
  const extraTime = wishes.extraTime.filter(({ student, percent }) => student !== '' && percent > 0);
  const isSigned = wishes.signed || draft.mode === 'sealed';
  const keys = isSigned ? await assignments.keys() : undefined;
  const release = draft.settings.feedback === 'release' ? newWord() : undefined;
  const plain: Assignment = {
    ...assigned(draft),
    topic: topic.id,
    pack: pack.hash,
    packVersion: pack.version,
    generator: generatorVersion,
    ...(draft.settings.variety === 'items' && { itemSets: true }),
    ...(extraTime.length > 0 &&
      draft.settings.timeLimitMin > 0 && { extraTime: tagged(draft.seed, pack, extraTime) }),
    ...(keys && { teacher: { signing: keys.signing.public, sealing: keys.sealing.public } }),
  };
  const assignment = release ? { ...plain, release: await releaseCheck(release, releaseSalt(plain)) } : plain;
  const signature = keys && (await sign(keys.signing, assignmentToSign(assignment, topic)));
  const handout: Handout = {
    id: assignmentId(assignment, topic),
    topic: topic.id,
    pack: pack.hash,
    title: assignment.title,
    code: textOfCode(encodeAssignment(assignment, topic, signature)),
    ...(wishes.locked && { start: newWord() }),
    ...(release && { release }),
    students: wishes.students,
    ...(extraTime.length > 0 && { extraTime }),
  };
  await assignments.tell({ kind: 'handed-out', body: handout });
  void assignments.keepFacts(pack.hash);
  void assignments.keepItems(handout.id, assignment, wishes.students);
  return handout;
}

/** A student who is named twice gets the most. */
function tagged(seed: number, { hash }: KnownPack, extraTime: readonly MoreTime[]): readonly ExtraTime[] {
  const percents = new Map<StudentTag, number>();
  for (const { student, percent } of extraTime) {
    const tag = tagOf({ seed, pack: hash }, student);
    percents.set(tag, Math.max(percent, percents.get(tag) ?? 0));
  }
  return [...percents].map(([student, percent]) => ({ student, percent }));
}

/** A draft without what else its object may carry, and with a title that fits. */
function assigned({ seed, content, mode, settings, title, opens, due }: Draft): Draft {
  return {
    seed,
    content,
    mode,
    settings,
    title: fittingTitle(title),
    ...(opens && { opens }),
    ...(due && { due }),
  };
}

/** As many letters as there are bytes for. */
function fittingTitle(title: string): string {
  const letters = [...title.trim()];
  while (utf8Of(letters.join('')).length > mostTitleBytes) letters.pop();
  return letters.join('');
}

const newWord = (): string => wordOf(randomBytes(5));

/** What the word of release is stretched with. */
export const releaseSalt = ({ seed, pack }: Pick<Assignment, 'seed' | 'pack'>): Uint8Array<ArrayBuffer> =>
  joined(fixed(seed, 4), bytesOfHex(pack));

/** The code that students get: the assignment itself, or locked until the word of start is told. */
export async function codeToGive(handout: Handout): Promise<Uint8Array<ArrayBuffer>> {
  const { code, start, title } = handout;
  const bytes = bytesOfBase64url(code) ?? new Uint8Array(0);
  if (start === undefined) return bytes;
  const salt = randomBytes(8);
  return encodeLocked(packOfHandout(handout), { title, salt, locked: await lock(bytes, start, salt) });
}

/** The code as typed letters, where it is short enough. */
export function typedOf(assignment: Assignment, { topic }: Base): string | undefined {
  const code = encodeTyped(assignment, topic);
  return code && crockfordOf(code);
}

/** The facts that a quiz was handed out with: those of this build, or earlier ones. */
export function packOfHandout({
  code,
  topic,
  pack: hash,
}: Pick<Handout, 'code' | 'topic' | 'pack'>): KnownPack {
  const version = versionIn(bytesOfBase64url(code) ?? new Uint8Array(0));
  return { topic, version, hash };
}

/** Throws a RangeError for a topic that this build does not have. */
export function packFor(topic: string): KnownPack {
  const pack = knownPacks.find((known) => known.topic === topic);
  if (!pack) throw new RangeError(`Hand out facts of this build, not of "${topic}"`);
  return pack;
}

import { utf8Of } from '../log/utf8.ts';
import { sha256OfBytes as sha256 } from '../log/sha256.ts';
import type { Topic } from '../fact/topic.ts';
import { ok, refused } from '../result.ts';
import type { Result as Reading } from '../result.ts';
import { feedbacks, modes, varieties } from './assignment.ts';
import type { Assignment, AssignmentId, Moment, Settings } from './assignment.ts';
import { bitAt, bytesOfHex, fixed, hexOf, packBits, readerOf, sizedText, varint } from './bytes.ts';
import { joined } from '../log/joined.ts';
import type { Reader } from './bytes.ts';
import { bodyOf, checked, headed, topicTag } from './code.ts';
import type { CodeProblem, KnownPack } from './code.ts';
import { contentBytes, readContent } from './content-bytes.ts';
import { extraTimeBytes, readExtraTime } from './extra-time.ts';
import { keyBytes, readKey } from './key-bytes.ts';
import { headBytes, packBytes, readHead } from './pack-bytes.ts';

/** An assignment as it was read, with the bytes that its teacher has signed. */
export interface ReadAssignment {
  readonly assignment: Assignment;
  readonly id: AssignmentId;
  readonly signed: Uint8Array<ArrayBuffer>;
  readonly signature?: Uint8Array<ArrayBuffer>;
}

/** The bytes that a teacher signs. */
export function assignmentToSign(assignment: Assignment, topic: Topic): Uint8Array<ArrayBuffer> {
  return headed('assignment', bodyOfAssignment(assignment, topic), versionOf(assignment));
}

/** The code of an assignment, signed where a signature of `assignmentToSign` is given. */
export function encodeAssignment(
  assignment: Assignment,
  topic: Topic,
  signature: Uint8Array | readonly number[] = [],
): Uint8Array<ArrayBuffer> {
  return checked('assignment', joined(assignmentToSign(assignment, topic), signature));
}

const versionOf = ({ itemSets, extraTime }: Assignment): number => (itemSets ? 3 : extraTime ? 2 : 1);

/** Short enough to be typed: without title, dates and keys. Undefined when it would leave something out. */
export function encodeTyped(assignment: Assignment, topic: Topic): Uint8Array<ArrayBuffer> | undefined {
  const { title, opens, due, teacher, release, extraTime } = assignment;
  if (title || opens || due || teacher || release || extraTime) return undefined;
  const body = bodyOfAssignment(assignment, topic);
  const short = joined(body.subarray(0, typedHashBytes), body.subarray(packBytes));
  const code = checked('typed', headed('typed', short, versionOf(assignment)));
  return code.length <= mostTypedBytes ? code : undefined;
}

/** Thirty-two letters. */
const mostTypedBytes = 20;
const typedHashBytes = 3;

/** Names the assignment: equal for equal bytes, signed or not, on every device. */
export const assignmentId = (assignment: Assignment, topic: Topic): AssignmentId =>
  hexOf(sha256(assignmentToSign(assignment, topic)).subarray(0, 8)) as AssignmentId;

/** The pack that an assignment's code needs, without which nothing else of it can be read. */
export function packOfCode(code: Uint8Array, packs: readonly KnownPack[]): Reading<KnownPack, CodeProblem> {
  const read = bodyOf(code);
  if (!read.ok) return read;
  const { kind, body } = read.value;
  if (kind === 'typed') return typedPack(body, packs);
  if (kind !== 'assignment' && kind !== 'locked') return refused({ type: 'other-kind', kind });
  const reader = readerOf(body);
  const { hash, tag, version } = readHead(reader);
  if (!reader.sound()) return refused({ type: 'shape' });
  const pack = packs.find((known) => known.hash === hash);
  const other = packs.find(({ topic }) => hexOf(topicTag(topic)) === tag);
  return pack ? ok(pack) : refused({ type: 'other-pack', version, ...(other && { topic: other.topic }) });
}

/** The version of the facts that an assignment's code needs, as it stands in the clear. */
export function versionIn(code: Uint8Array): string {
  const read = bodyOf(code);
  return read.ok ? readHead(readerOf(read.value.body)).version : '';
}

/**
 * Reads an assignment against the very pack that `packOfCode` gave, and its topic. Whether this program makes the items
 * that it means, `generator` says.
 */
export function decodeAssignment(
  code: Uint8Array,
  pack: KnownPack,
  topic: Topic,
): Reading<ReadAssignment, CodeProblem> {
  const read = bodyOf(code);
  if (!read.ok) return read;
  const { kind, version, body } = read.value;
  if (kind !== 'assignment' && kind !== 'typed') return refused({ type: 'other-kind', kind });
  const whole = kind === 'typed' ? joined(headBytes(pack), body.subarray(typedHashBytes)) : body;
  return readBody(whole, pack, topic, version);
}

function typedPack(body: Uint8Array, packs: readonly KnownPack[]): Reading<KnownPack, CodeProblem> {
  const start = hexOf(body.subarray(0, typedHashBytes));
  const pack = packs.find(({ hash }) => hash.startsWith(start));
  return pack ? ok(pack) : refused({ type: 'other-pack', version: '' });
}

function bodyOfAssignment(assignment: Assignment, topic: Topic): Uint8Array<ArrayBuffer> {
  const { content, seed, generator, title, opens, due, teacher, release, settings, extraTime } = assignment;
  if (utf8Of(title).length > mostTitleBytes)
    throw new RangeError(`Shorten the title to ${mostTitleBytes} bytes, not "${title}"`);
  return joined(
    headBytes({ hash: assignment.pack, topic: assignment.topic, version: assignment.packVersion }),
    fixed(flagsOf(assignment), 2),
    varint(generator),
    fixed(seed, 4),
    contentBytes(content, seed, topic),
    title ? sizedText(title) : [],
    opens ? momentBytes(opens) : [],
    due ? momentBytes(due) : [],
    settings.attempts > 0 ? varint(settings.attempts) : [],
    settings.timeLimitMin > 0 ? varint(settings.timeLimitMin) : [],
    teacher ? joined(keyBytes(teacher.signing), keyBytes(teacher.sealing)) : [],
    release ? bytesOfHex(release) : [],
    extraTime ? extraTimeBytes(extraTime) : [],
  );
}

export const mostTitleBytes = 60;

function readBody(
  body: Uint8Array,
  pack: KnownPack,
  topic: Topic,
  version: number,
): Reading<ReadAssignment, CodeProblem> {
  const reader = readerOf(body);
  reader.take(packBytes);
  const flags = flagsIn(reader.fixed(2));
  const generator = reader.varint();
  const seed = reader.fixed(4);
  const content = readContent(flags.contentType, seed, topic, reader);
  if (!content || !reader.sound()) return refused({ type: 'shape' });
  const { settings, mode } = flags;
  const assignment: Assignment = {
    topic: pack.topic,
    pack: pack.hash,
    packVersion: pack.version,
    generator,
    seed,
    content,
    mode,
    title: flags.title ? reader.text() : '',
    ...(flags.opens && { opens: readMoment(reader) }),
    ...(flags.due && { due: readMoment(reader) }),
    settings: {
      ...settings,
      attempts: flags.attempts ? reader.varint() : 0,
      timeLimitMin: flags.timeLimit ? reader.varint() : 0,
    },
    ...(flags.teacher && { teacher: { signing: readKey(reader), sealing: readKey(reader) } }),
    ...(flags.release && { release: hexOf(reader.take(4)) }),
    ...(version === 3 && { itemSets: true }),
    ...(hasExtraTime(version, flags.teacher, reader) && { extraTime: readExtraTime(reader) ?? [] }),
  };
  return confirmed(assignment, topic, reader, body);
}

/** Version 2 says so; in version 3 it stands between all else and the signature where there is any. */
const hasExtraTime = (version: number, isSigned: boolean, reader: Reader): boolean =>
  version === 2 || (version === 3 && reader.rest() > (isSigned ? signatureBytes : 0));

const signatureBytes = 64;

/** Only what would be written the same way is taken; whoever names a key has signed, and a sealed one names a key. */
function confirmed(
  assignment: Assignment,
  topic: Topic,
  reader: Reader,
  body: Uint8Array,
): Reading<ReadAssignment, CodeProblem> {
  const signature = reader.take(reader.rest());
  const signed = body.subarray(0, body.length - signature.length);
  const hasKey = assignment.teacher !== undefined;
  const hasTime = !assignment.extraTime || assignment.extraTime.length > 0;
  const hasSets = !assignment.itemSets || assignment.settings.variety === 'items';
  const fits =
    hasSets &&
    signature.length === (hasKey ? signatureBytes : 0) &&
    (hasKey || assignment.mode !== 'sealed') &&
    hasTime;
  if (!reader.sound() || !fits) return refused({ type: 'shape' });
  if (!isSame(signed, rewritten(assignment, topic))) return refused({ type: 'shape' });
  return ok({
    assignment,
    id: assignmentId(assignment, topic),
    signed: headed('assignment', signed, versionOf(assignment)),
    ...(signature.length > 0 && { signature: joined(signature) }),
  });
}

function rewritten(assignment: Assignment, topic: Topic): Uint8Array {
  try {
    return bodyOfAssignment(assignment, topic);
  } catch {
    return new Uint8Array(0); // it holds what no assignment of ours can
  }
}

export const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

/** Which bits say what. Do not change without a new version of the code. */
function flagsOf({ settings, mode, content, title, opens, due, teacher, release }: Assignment): number {
  const bits = [
    settings.certainty,
    settings.partialCredit,
    title !== '',
    opens,
    due,
    settings.attempts > 0,
    settings.timeLimitMin > 0,
    teacher,
    content.type === 'entries',
    release,
  ];
  return (
    packBits(bits.map(Boolean)) +
    1024 *
      (varieties.indexOf(settings.variety) +
        4 * feedbacks.indexOf(settings.feedback) +
        16 * modes.indexOf(mode))
  );
}

function flagsIn(flags: number) {
  const bit = (place: number): boolean => bitAt(flags, place);
  const word = Math.floor(flags / 1024);
  const settings: Omit<Settings, 'attempts' | 'timeLimitMin'> = {
    variety: varieties[word % 4] ?? 'same',
    feedback: feedbacks[Math.floor(word / 4) % 4] ?? 'now',
    certainty: bit(0),
    partialCredit: bit(1),
  };
  return {
    settings,
    mode: modes[Math.floor(word / 16)] ?? 'practice',
    title: bit(2),
    opens: bit(3),
    due: bit(4),
    attempts: bit(5),
    timeLimit: bit(6),
    teacher: bit(7),
    contentType: bit(8) ? 'entries' : 'blueprint',
    release: bit(9),
  } as const;
}

/** Minutes are counted from here. */
const epochMs = 1_672_531_200_000;

function momentBytes({ utcMs, tzOffsetMin }: Moment): readonly number[] {
  return [...fixed((utcMs - epochMs) / 60_000, 4), ...fixed(tzOffsetMin / 15 + 64, 1)];
}

const readMoment = (reader: Reader): Moment => ({
  utcMs: reader.fixed(4) * 60_000 + epochMs,
  tzOffsetMin: (reader.byte() - 64) * 15,
});

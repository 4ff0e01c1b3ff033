import { utf8Of } from '../log/utf8.ts';
import { sha256OfBytes as sha256 } from '../log/sha256.ts';
import type { TopicId } from '../fact/topic.ts';
import { refused } from '../result.ts';
import type { Result as Reading } from '../result.ts';
import type { Topic } from '../fact/topic.ts';
import type { PackHash } from './assignment.ts';
import { hexOf } from './bytes.ts';
import { joined } from '../log/joined.ts';
import { base64urlOf, bytesOfBase64url, bytesOfCrockford, bytesOfDigits } from './lettering.ts';

/*
 * Everything that goes from phone to phone is a code: one byte with the format's version and the kind, a body, and
 * four bytes of the SHA-256 of all before. The same bytes stand in a link, a QR code or a file, in other letters.
 */

/** The newest that is read. Do not change what a code of a version means; raise it, and keep a reader for the old one. */
export const codeVersion = 3;
/**
 * What is written where nothing newer is needed, so that older apps read it. Version 2: assignments with extra time;
 * 3: with sets of items, and drops of longer codes.
 */
const plainVersion = 1;

const kinds = [
  'assignment',
  'locked',
  'typed',
  'result',
  'sealed',
  'opening',
  'frame',
  'copy',
  'drop',
] as const;
export type CodeKind = (typeof kinds)[number];

/** Why something is no code of ours, or none that this device can use. */
export type CodeProblem =
  | { readonly type: 'empty' }
  | { readonly type: 'not-a-code' }
  | { readonly type: 'too-long' }
  /** Damaged on its way, or mistyped. */
  | { readonly type: 'checksum' }
  | { readonly type: 'newer-version'; readonly version: number }
  | { readonly type: 'other-kind'; readonly kind: CodeKind }
  /** The checksum is right and what it guards makes no sense. */
  | { readonly type: 'shape' }
  /** Made from facts that this device does not have; `topic` is known when another version of it is here. */
  | { readonly type: 'other-pack'; readonly version: string; readonly topic?: TopicId }
  /** Its items are made by rules that this program does not have. */
  | { readonly type: 'other-generator'; readonly newer: boolean }
  | { readonly type: 'signature' };

/** A pack on this device. */
export interface KnownPack {
  readonly topic: TopicId;
  readonly version: string;
  readonly hash: PackHash;
}

/** Codes are small; whatever is longer was made to hurt. */
export const mostCodeBytes = 8192;

/** A body as a code. A typed code has a shorter checksum. */
export const codeOf = (
  kind: CodeKind,
  ...body: readonly (Uint8Array | readonly number[])[]
): Uint8Array<ArrayBuffer> => checked(kind, headed(kind, joined(...body)));

/** What was headed, with its checksum. */
export const checked = (kind: CodeKind, code: Uint8Array): Uint8Array<ArrayBuffer> =>
  joined(code, sha256(code).subarray(0, checkLength(kind)));

/** The kind and the body of a code that is whole. */
export function bodyOf(
  code: Uint8Array,
): Reading<{ readonly kind: CodeKind; readonly version: number; readonly body: Uint8Array }, CodeProblem> {
  if (code.length > mostCodeBytes) return refused({ type: 'too-long' });
  const head = code[0] ?? 0;
  const kind = kinds[head & 15];
  const version = head >> 4;
  if (version > codeVersion && isWhole(code, kind ? checkLength(kind) : 4))
    return refused({ type: 'newer-version', version });
  if (version < plainVersion || !kind) return refused({ type: 'not-a-code' });
  const length = checkLength(kind);
  if (!isWhole(code, length)) return refused({ type: 'checksum' });
  return { ok: true, value: { kind, version, body: code.subarray(1, code.length - length) } };
}

/** The body of a code of the kind that is wanted. */
export function bodyOfKind(kind: CodeKind, code: Uint8Array): Reading<Uint8Array, CodeProblem> {
  const read = bodyOf(code);
  if (!read.ok) return read;
  if (read.value.kind !== kind) return refused({ type: 'other-kind', kind: read.value.kind });
  if (read.value.version !== versionOf(kind)) return refused({ type: 'not-a-code' });
  return { ok: true, value: read.value.body };
}

/** What a code of this kind and body has before its checksum: what a signature signs. */
export const headed = (
  kind: CodeKind,
  body: Uint8Array,
  version: number = versionOf(kind),
): Uint8Array<ArrayBuffer> => joined([(version << 4) | kinds.indexOf(kind)], body);

/** A kind that came later has a version that older apps tell from damage. */
const versionOf = (kind: CodeKind): number => (kind === 'drop' ? 3 : plainVersion);

const checkLength = (kind: CodeKind): number => (kind === 'typed' ? 2 : 4);

function isWhole(code: Uint8Array, length: number): boolean {
  if (code.length <= length + 1) return false;
  const check = sha256(code.subarray(0, code.length - length));
  return code.subarray(code.length - length).every((byte, at) => byte === check[at]);
}

/** The first 8 bytes of the SHA-256 of a pack's text. */
export const packHash = (pack: string): PackHash => hexOf(sha256(utf8Of(pack)).subarray(0, 8)) as PackHash;

/** Two bytes that tell topics apart. */
export const topicTag = (topic: Topic['id']): Uint8Array => sha256(utf8Of(topic)).subarray(0, 2);

/**
 * The bytes of a code in any lettering: a whole link or what stands behind its #, the digits of a QR code, the text of
 * a file, or what was typed.
 */
export function bytesOfText(raw: string): Reading<Uint8Array<ArrayBuffer>, CodeProblem> {
  if (raw.length > mostTextLength) return refused({ type: 'too-long' });
  const text = raw.slice(raw.indexOf('#') + 1).trim();
  if (text === '') return refused({ type: 'empty' });
  const readings = [bytesOfDigits, bytesOfBase64url, bytesOfCrockford].flatMap((read) => read(text) ?? []);
  // The letterings overlap; which one it was, the checksum tells.
  const bytes = readings.find((reading) => bodyOf(reading).ok) ?? readings[0];
  return bytes ? { ok: true, value: bytes } : refused({ type: 'not-a-code' });
}

const mostTextLength = 20_000;

/** A code as it stands in the log and in links. */
export const textOfCode = (code: Uint8Array): string => base64urlOf(code);

import type { TopicId } from '../fact/topic.ts';
import type { SessionId } from '../review/event.ts';
import type { AssignmentId, PackHash, PublicKey, Student } from './assignment.ts';

/** Codes stand in the log as base64url of their bytes: the bytes say their version and are checked when they are read. */
export type CodeText = string;

/** A quiz handed out, as its teacher keeps it. */
export interface Handout {
  readonly id: AssignmentId;
  readonly topic: TopicId;
  readonly pack: PackHash;
  readonly title: string;
  /** The whole assignment, signed where it is. */
  readonly code: CodeText;
  /** The word that opens it, where it was handed out locked. */
  readonly start?: string;
  /** The word that releases the feedback. */
  readonly release?: string;
  /** The class list; empty means anybody. */
  readonly students: readonly Student[];
  /** Who gets more time; the code has no names. */
  readonly extraTime?: readonly MoreTime[];
}

/** By how much the time limit is extended for a student, in percent. */
export interface MoreTime {
  readonly student: Student;
  readonly percent: number;
}

/** An attempt taken up on this device. Its answers are reviews under the attempt's id. */
export interface TakenUp {
  readonly attempt: SessionId;
  readonly assignment: AssignmentId;
  readonly topic: TopicId;
  readonly title: string;
  readonly student: Student;
  readonly code: CodeText;
  readonly startedUtcMs: number;
  /** By how much the time limit is extended, in percent: by the teacher, or more by the student. */
  readonly extendedBy: number;
  /**
   * What is asked, whole: a `Sheet` as it was kept, which `parseSheet` reads where it is needed. Absent on attempts of
   * earlier versions: those need their facts and rules.
   */
  readonly sheet?: unknown;
}

/** A key pair with its private half in PKCS #8, base64url. */
export interface KeyPair {
  readonly public: PublicKey;
  readonly private: string;
}

/** The keys of whoever uses this device, for handing in and for collecting. They go where the log goes. */
export interface OwnKeys {
  readonly signing: KeyPair;
  readonly sealing: KeyPair;
}

/** What happens to quizzes that are handed out, kept in the log as the payload of an `assignment` event. */
export type AssignmentEvent =
  | { readonly kind: 'keys'; readonly body: OwnKeys }
  | { readonly kind: 'handed-out'; readonly body: Handout }
  /** A result that arrived, opened where it was sealed, and its signature found right. */
  | { readonly kind: 'collected'; readonly body: { readonly code: CodeText } }
  | { readonly kind: 'taken-up'; readonly body: TakenUp }
  | { readonly kind: 'handed-in'; readonly body: HandedIn }
  /** A teacher's key was seen for the first time, or accepted although it is another one. */
  | { readonly kind: 'trusted'; readonly body: { readonly signing: PublicKey } }
  /** The word of release was given on this device. */
  | { readonly kind: 'released'; readonly body: { readonly assignment: AssignmentId } };

export interface HandedIn {
  readonly attempt: SessionId;
  /** The result as it leaves the device. */
  readonly code: CodeText;
}

/** The payload as the log keeps it. `parseAssignmentEvent` reads its body, only where it is needed. */
export interface AssignmentPayload {
  readonly v: number;
  readonly kind: string;
  readonly body: unknown;
}

/** Do not change the shape of a body without another version and a reader for this one. */
export const assignmentEventVersion = 1;

export const payloadOf = ({ kind, body }: AssignmentEvent): AssignmentPayload => ({
  v: assignmentEventVersion,
  kind,
  body,
});

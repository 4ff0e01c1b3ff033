import type { TopicId } from '../fact/topic.ts';
import type { Certainty, Response } from '../review/response.ts';
import type { SessionId } from '../review/event.ts';
import type { Entry, QuizSpec } from '../session/plan.ts';

/** First 8 bytes of the SHA-256 of a pack's text, as 16 hex digits: the very facts that an assignment was made from. */
export type PackHash = string & { readonly brand: 'PackHash' };
/** First 8 bytes of the SHA-256 of an assignment's bytes, as 16 hex digits: the same on every device. */
export type AssignmentId = string & { readonly brand: 'AssignmentId' };
/** How a student is known to the teacher: a number of the class list or a nickname, as `studentOf` tidies it. */
export type Student = string & { readonly brand: 'Student' };
/** A public key: its algorithm's letter (`e` Ed25519, `x` X25519, `p` P-256) and its raw bytes in base64url. */
export type PublicKey = string & { readonly brand: 'PublicKey' };

/**
 * What a quiz handed out keeps from whom. `practice`: the key is on the phone, feedback at once; not secret.
 * `sealed`: only the teacher can read the answers, and feedback waits for the teacher. `paper`: nothing is handed in.
 */
export const modes = ['practice', 'sealed', 'paper'] as const;
export type Mode = (typeof modes)[number];

/**
 * What differs between students: nothing, the order of the items, or the items too: the same facts in the same forms
 * with other wrong options in another order, so that a neighbour's letters are of no use.
 */
export const varieties = ['same', 'order', 'items'] as const;
export type Variety = (typeof varieties)[number];

/** When a student learns what was right: after each answer, at the end, or when the teacher releases it. */
export const feedbacks = ['now', 'end', 'release'] as const;
export type Feedback = (typeof feedbacks)[number];

/** A part of a blueprint: how many items of which kind. Empty or absent wishes mean all. */
export type Section = Pick<
  QuizSpec,
  'subtopics' | 'forms' | 'count' | 'importances' | 'difficulty' | 'answering'
>;

/** What is asked: wishes that give the same entries on every device, or entries picked one by one. */
export type Content =
  | {
      readonly type: 'blueprint';
      readonly sections: readonly Section[];
      /** Parallel versions: 0 is A, 25 is Z. */ readonly version: number;
    }
  | { readonly type: 'entries'; readonly entries: readonly Entry[] };

/** A moment with the clock of the place that named it, in whole minutes. */
export interface Moment {
  readonly utcMs: number;
  /** Minutes that local time is ahead of UTC there and then: a multiple of 15. */
  readonly tzOffsetMin: number;
}

export interface Settings {
  readonly variety: Variety;
  readonly feedback: Feedback;
  /** How often a student may try; 0 means any number of times. */
  readonly attempts: number;
  /** Whether each answer says how sure it is. */
  readonly certainty: boolean;
  /** Whether half right earns something; otherwise only what is right counts. */
  readonly partialCredit: boolean;
  /** For the whole quiz; 0 means none. Every student may extend it, and the result says so. */
  readonly timeLimitMin: number;
}

/** Stands for a student where no name is to be read: 6 hex digits, see `tagOf`. */
export type StudentTag = string & { readonly brand: 'StudentTag' };

/** By how much a teacher extends the time limit for one student, in percent: 1 to 254, or `noLimit`. */
export interface ExtraTime {
  readonly student: StudentTag;
  readonly percent: number;
}

/** Instead of a percentage: as long as it takes. */
export const noLimit = 255;

/** The teacher as students' phones know one. */
export interface TeacherKeys {
  readonly signing: PublicKey;
  readonly sealing: PublicKey;
}

/** A quiz handed out. Everything a phone with the same pack needs to ask and to mark it; see `code.ts` for its bytes. */
export interface Assignment {
  readonly topic: TopicId;
  readonly pack: PackHash;
  /** The topic's version, shown to people: the date of its content. */
  readonly packVersion: string;
  /** `generatorVersion` with which its items are made. */
  readonly generator: number;
  /** 32 bits. */
  readonly seed: number;
  readonly content: Content;
  readonly mode: Mode;
  readonly settings: Settings;
  /** At most 60 bytes of UTF-8; may be empty. */
  readonly title: string;
  readonly opens?: Moment;
  readonly due?: Moment;
  /** On every sealed assignment; then it is signed too. */
  readonly teacher?: TeacherKeys;
  /** Never empty; only beside a time limit. */
  readonly extraTime?: readonly ExtraTime[];
  /** Whether students with items of their own share sets of them, see `item-sets.ts`; only where they have them. */
  readonly itemSets?: true;
  /** What tells the right word of release, where feedback waits for it: 8 hex digits. */
  readonly release?: string;
}

/** One try of a student: a sitting of its own, whose answers are reviews in the log under the same id. */
export interface Attempt {
  /** Random, 16 hex digits. Attempts are listed, never added up. */
  readonly id: SessionId;
  readonly assignment: AssignmentId;
  readonly student: Student;
}

/** What a student gives for an item. */
export interface Answer {
  readonly response: Response;
  readonly certainty?: Certainty;
}

/** What is handed in: answers only, never a score. The teacher's device makes the items again and marks them. */
export interface Result extends Attempt {
  readonly startedUtcMs: number;
  /** When the last item was answered, or the attempt was handed in unfinished. */
  readonly finishedUtcMs: number;
  /** By how much the time limit was extended, in percent: as the teacher gave it, or more by the student's own will. */
  readonly extendedBy: number;
  /** One for each entry in the order the student saw them; undefined where nothing was answered. */
  readonly answers: readonly (Answer | undefined)[];
}

/** A quiz that anybody may take as often as they like, with feedback at once. */
export const defaultSettings: Settings = {
  variety: 'items',
  feedback: 'now',
  attempts: 0,
  certainty: false,
  partialCredit: true,
  timeLimitMin: 0,
};

/** A student's label as it is kept: NFC, one space between words, at most 24 characters; a number without leading zeros. */
export function studentOf(text: string): Student {
  const tidy = [...text.normalize('NFC').replace(/\s+/g, ' ').trim()].slice(0, 24).join('').trim();
  return (/^\d+$/.test(tidy) ? tidy.replace(/^0+(?=\d)/, '') : tidy) as Student;
}

/** Equal for labels that mean the same student: case and accents left out. */
export const studentKey = (student: Student): string =>
  student.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

import { defaultSettings } from '../assignment/assignment.ts';
import type { Content, Mode, Moment, PackHash, Section, Settings } from '../assignment/assignment.ts';
import type { CardId } from '../fact/fact.ts';
import type { TopicId } from '../fact/topic.ts';
import type { FormId } from '../item/item.ts';
import type { Entry } from '../session/plan.ts';

/** 16 hex digits. */
export type QuizId = string & { readonly brand: 'QuizId' };

/** One item of a quiz, and whether it stays when the rest is made anew. */
export interface Place {
  readonly entry: Entry;
  readonly pinned: boolean;
}

/** Something that a quiz is not to ask: a card in a form. */
export interface Refused {
  readonly card: CardId;
  readonly form: FormId;
}

/** A quiz that a teacher keeps. Never changed in place: every saving is a version of its own in the log. */
export interface TeacherQuiz {
  readonly id: QuizId;
  readonly title: string;
  readonly topic: TopicId;
  /** The topic's version that its items were looked at in. */
  readonly topicVersion: string;
  readonly seed: number;
  /** What is wished of it, in one part or several. */
  readonly sections: readonly Section[];
  /** The items as the teacher left them; absent while the wishes alone say what is asked. */
  readonly places?: readonly Place[];
  readonly refused: readonly Refused[];
  /** How many parallel versions are printed, from 1 (A only) to 26 (A to Z). */
  readonly versions: number;
  readonly mode: Mode;
  readonly settings: Settings;
  readonly opens?: Moment;
  readonly due?: Moment;
}

/** A quiz as it was printed. */
export interface Print {
  readonly quiz: QuizId;
  readonly title: string;
  readonly topic: TopicId;
  readonly pack: PackHash;
  /** The items of A, B and so on, in the order on paper. */
  readonly versions: readonly (readonly Entry[])[];
}

export const mostVersions = 26;
/** More items are a bank, not a quiz. */
export const mostPlaces = 100;
/** As many characters as surely fit into the bytes that an assignment has for its title. */
export const longestTitle = 60;

/** A good quiz for a lesson: ten items about everything, the forms mixed, feedback at the end. */
export function newQuiz(
  id: QuizId,
  topic: { readonly id: TopicId; readonly version: string },
  seed: number,
  title: string,
): TeacherQuiz {
  return {
    id,
    title,
    topic: topic.id,
    topicVersion: topic.version,
    seed,
    sections: [{ subtopics: [], forms: [], count: 10 }],
    refused: [],
    versions: 1,
    mode: 'practice',
    settings: { ...defaultSettings, feedback: 'end' },
  };
}

/** What is handed out: the wishes where they say it all, else the items one by one. */
export const contentOf = ({ sections, places }: TeacherQuiz): Content =>
  places
    ? { type: 'entries', entries: places.map(({ entry }) => entry) }
    : { type: 'blueprint', sections, version: 0 };

export const countOf = ({ sections, places }: TeacherQuiz): number =>
  places?.length ?? sections.reduce((sum, { count }) => sum + count, 0);

/** The same quiz under another name, to be changed by itself. */
export const copyOf = (quiz: TeacherQuiz, id: QuizId, title: string): TeacherQuiz => ({ ...quiz, id, title });

import type { Base } from '../fact/base.ts';
import type { Importance, SubtopicId } from '../fact/fact.ts';
import type { TopicId } from '../fact/topic.ts';
import type { FormId } from '../item/item.ts';
import type { Recipe } from '../item/recipe.ts';
import type { Day } from '../memory/day.ts';
import type { Bans } from '../review/bans.ts';
import type { SessionId } from '../review/event.ts';

/** One thing to ask: enough to make its item again, always the same. */
export type Entry = Recipe;

/**
 * What a sitting will ask, fixed when it starts. How far it has got is not here: that follows from the log, so a
 * reload resumes on the same item and nothing can disagree.
 */
export interface SessionPlan {
  readonly v: 1;
  readonly id: SessionId;
  readonly kind: 'study' | 'quiz' | 'assignment';
  readonly topic: TopicId;
  readonly topicVersion: string;
  readonly seed: number;
  readonly startedDay: Day;
  readonly entries: readonly Entry[];
  /** Whether each answer is explained at once or all at the end. */
  readonly feedback: 'now' | 'end';
  /** Whether answers say how sure they are; the learner's own setting decides where it is absent. */
  readonly certainty?: boolean;
}

/** A sitting of study over these entries. */
export function studyPlan(base: Base, sitting: Sitting, entries: readonly Entry[]): SessionPlan {
  return {
    v: 1,
    ...sitting,
    kind: 'study',
    topic: base.topic.id,
    topicVersion: base.topic.version,
    entries,
    feedback: 'now',
  };
}

/** What a learner asks a quiz to be. */
export interface QuizSpec {
  /** Empty means all. */
  readonly subtopics: readonly SubtopicId[];
  /** Empty means all that the program marks. */
  readonly forms: readonly FormId[];
  readonly count: number;
  readonly seed: number;
  /** Empty or undefined means all. */
  readonly importances?: readonly Importance[];
  /** Undefined means mixed. */
  readonly difficulty?: Difficulty;
  /** Undefined means both. */
  readonly answering?: Answering;
  /** Parallel versions of one blueprint: 0 is A, 25 is Z. */
  readonly version?: number;
  /** What is not to be asked. */
  readonly bans?: Bans;
}

export const difficulties = ['easy', 'mixed', 'hard'] as const;
export type Difficulty = (typeof difficulties)[number];

/** Whether the right answer is shown among others, or must come out of one's head. */
export const answerings = ['recognition', 'recall'] as const;
export type Answering = (typeof answerings)[number];

/** The plan's own name and time, which only the shell can know. */
export type Sitting = Pick<SessionPlan, 'id' | 'seed' | 'startedDay'>;

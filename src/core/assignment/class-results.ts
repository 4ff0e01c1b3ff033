import type { FactId } from '../fact/fact.ts';
import type { Item } from '../item/item.ts';
import type { SessionId } from '../review/event.ts';
import type { Certainty, Response, Score } from '../review/response.ts';
import type { Entry } from '../session/plan.ts';
import type { Assignment, AssignmentId, Result, Student } from './assignment.ts';

/** Which of a student's attempts stands for the student. */
export const policies = ['best', 'last', 'first'] as const;
export type Policy = (typeof policies)[number];

/** One answer, marked on this device. */
export interface Cell {
  /** The item as this student saw it. */
  readonly item: Item;
  /** Absent where nothing was answered. */
  readonly response?: Response;
  readonly certainty?: Certainty;
  readonly score: Score;
  /** 0..1 as the settings have it: without partial credit only what is right counts. */
  readonly marks: number;
  /** The fact whose value the wrong option is that was chosen: the confusion it stands for. */
  readonly chosen?: FactId;
}

/** One attempt of one student. */
export interface Row {
  readonly student: Student;
  readonly attempt: SessionId;
  /** 1 for the student's first attempt. */
  readonly number: number;
  readonly startedUtcMs: number;
  readonly finishedUtcMs: number;
  /** Finished after it was due, by the student's own clock. */
  readonly late: boolean;
  readonly extendedBy: number;
  /** One for each column, in the columns' order, whatever order the student saw. */
  readonly cells: readonly Cell[];
  /** Sum of the cells' marks. */
  readonly marks: number;
  /** Whether it is the one that stands for the student by the policy. */
  readonly counts: boolean;
}

/** An assignment's results: students x items. Rows are ordered by student, then number; `counts` picks one a student. */
export interface ClassResults {
  readonly id: AssignmentId;
  readonly assignment: Assignment;
  /** What every student was asked, in the teacher's order. */
  readonly columns: readonly Entry[];
  readonly rows: readonly Row[];
  /** Results under the name of an attempt that had arrived already with other answers: forged, or from a copied device. */
  readonly disputed: readonly Result[];
  /** Results whose items are not all known: another version of the program made them, and they were not kept. */
  readonly unmarked: readonly Result[];
}

import { itemMaker } from '../item/recipe.ts';
import type { Item } from '../item/item.ts';
import type { Assignment, Student } from './assignment.ts';
import type { Marking } from './collect.ts';
import { entriesFor } from './student-entries.ts';

/** What of an assignment still counts when an attempt at it has begun. */
export type Terms = Pick<Assignment, 'seed' | 'pack' | 'settings' | 'teacher' | 'release'> &
  /** Absent on attempts of earlier versions. */
  Partial<Pick<Assignment, 'packVersion'>>;

/**
 * The items of one attempt as they were made when it began, with its terms. Whoever goes on needs neither the facts nor
 * the rules of then: an update may have replaced both.
 */
export interface Sheet {
  readonly terms: Terms;
  /** In the order in which the student is asked. */
  readonly items: readonly Item[];
}

/** The sheet of a student, made now. */
export function sheetFor({ base, cards }: Marking, assignment: Assignment, student: Student): Sheet {
  const make = itemMaker(base, cards);
  const { seed, pack, packVersion, settings, teacher, release } = assignment;
  return {
    terms: {
      seed,
      pack,
      packVersion,
      settings,
      ...(teacher && { teacher }),
      ...(release !== undefined && { release }),
    },
    items: entriesFor(base, cards, assignment, student).flatMap(({ entry }) => make(entry) ?? []),
  };
}

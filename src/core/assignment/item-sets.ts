import { studentKey } from './assignment.ts';
import type { Assignment, Student } from './assignment.ts';
import { labelSeed, studentSeed } from './student-seed.ts';

/*
 * Students with items of their own are asked one of a fixed number of sets, each in an order of their own. So the
 * teacher's device can keep every set when it hands the quiz out, and mark what comes in after an update that makes
 * other items, whoever took part: names need not be known. Quizzes of earlier versions have a set for every student.
 */

/** The items of a student, or of all who share them. */
export interface ItemSet {
  /** Equal for students who are asked the same items; names the set where it is kept. */
  readonly name: string;
  /** What is added to the seeds that all have in common. */
  readonly shift: number;
}

type Rooted = Pick<Assignment, 'seed' | 'pack' | 'itemSets'>;

const mostSets = 32;
const fewestSets = 8;
const mostKept = 640;

/** How many sets a quiz of so many items has: neighbours seldom share one, and they can all be kept. */
export const setCount = (items: number): number =>
  Math.max(fewestSets, Math.min(mostSets, Math.floor(mostKept / Math.max(items, 1))));

/** Which set a student is asked in a quiz of so many items. */
export function itemSetOf(assignment: Rooted, student: Student, items: number): ItemSet {
  const seed = studentSeed(assignment, student);
  if (!assignment.itemSets) return { name: studentKey(student), shift: seed };
  return sharedSet(assignment, seed % setCount(items));
}

/** Every set of a quiz; none where each student has one. */
export const sharedSets = (assignment: Rooted, items: number): readonly ItemSet[] =>
  assignment.itemSets
    ? Array.from({ length: setCount(items) }, (_, place) => sharedSet(assignment, place))
    : [];

const sharedSet = (assignment: Rooted, place: number): ItemSet => ({
  name: String(place),
  shift: labelSeed(assignment, `set ${place}`),
});

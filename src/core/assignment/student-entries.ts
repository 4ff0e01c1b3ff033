import type { Base } from '../fact/base.ts';
import type { Card } from '../fact/fact.ts';
import type { Item } from '../item/item.ts';
import { giveAway, telltaleOf } from '../item/leak.ts';
import type { Telltale } from '../item/leak.ts';
import { seededRandom, shuffle } from '../item/random.ts';
import { itemMaker } from '../item/recipe.ts';
import type { Entry } from '../session/plan.ts';
import { sectionedEntries } from '../session/quiz.ts';
import type { Assignment, Student } from './assignment.ts';
import { itemSetOf } from './item-sets.ts';
import type { ItemSet } from './item-sets.ts';
import { studentSeed } from './student-seed.ts';

/** What a student is asked at a place, and which of the class's items that is. */
export interface Asked {
  readonly entry: Entry;
  /** Its place in `assignmentEntries`. */
  readonly column: number;
}

/**
 * What an assignment asks, in the teacher's order: the same on every device. `cards` are all cards of the pack, in its
 * order. Nobody's bans count here: a teacher who bans something hands out entries picked one by one.
 */
export function assignmentEntries(
  base: Base,
  cards: readonly Card[],
  { content, seed }: Pick<Assignment, 'content' | 'seed'>,
): readonly Entry[] {
  if (content.type === 'entries') return content.entries;
  const { sections, version } = content;
  return sectionedEntries(base, cards, sections, { seed, version });
}

/** What one student is asked, in the student's order: in every attempt the same, and on the teacher's device too. */
export const entriesFor = (
  base: Base,
  cards: readonly Card[],
  assignment: Assignment,
  student: Student,
): readonly Asked[] => askedBy(base, cards, assignment)(student);

/** `entriesFor` for many students. */
export function askedBy(
  base: Base,
  cards: readonly Card[],
  assignment: Assignment,
  make: ItemMaker = itemMaker(base, cards),
): (student: Student) => readonly Asked[] {
  const common = assignmentEntries(base, cards, assignment);
  if (assignment.settings.variety !== 'items')
    return (student) => askedOf(orderedFor(assignment, student, common));
  const entriesOf = setMaker(base, common, make);
  return (student) =>
    askedOf(orderedFor(assignment, student, entriesOf(itemSetOf(assignment, student, common.length))));
}

const askedOf = (ordered: readonly Placed<Entry>[]): readonly Asked[] =>
  ordered.map(({ one, column }) => ({ entry: one, column }));

interface Placed<T> {
  readonly one: T;
  readonly column: number;
}

/** What all of a set are asked, in a student's order. */
export function orderedFor<T>(
  assignment: Assignment,
  student: Student,
  common: readonly T[],
): readonly Placed<T>[] {
  const places = common.map((one, column) => ({ one, column }));
  if (assignment.settings.variety === 'same') return places;
  return shuffle(places, seededRandom(`student|${studentSeed(assignment, student)}`));
}

type ItemMaker = (entry: Entry) => Item | undefined;

/**
 * Makes the entries of sets, in the teacher's order: every item has a seed of the set's, unless it cannot be made so or
 * would tell what another one asks.
 */
export function setMaker(
  base: Base,
  common: readonly Entry[],
  make: ItemMaker,
): (set: ItemSet) => readonly Entry[] {
  const taleOf = (entry: Entry): Telltale | undefined => {
    const item = make(entry);
    return item && telltaleOf(base, item);
  };
  const commonTales = common.map(taleOf);
  const known = new Map<string, readonly Entry[]>();
  const madeOf = ({ shift }: ItemSet): readonly Entry[] => {
    const tales = [...commonTales];
    return common.map((entry, place) => {
      const other = { ...entry, seed: (entry.seed + shift) % 2 ** 32 };
      const tale = taleOf(other);
      const tells = tales.some((there, at) => at !== place && there && tale && giveAway(tale, there));
      if (!tale || tells) return entry;
      tales[place] = tale;
      return other;
    });
  };
  return (set) => {
    const entries = known.get(set.name) ?? madeOf(set);
    known.set(set.name, entries);
    return entries;
  };
}

import { utf8Of } from '../log/utf8.ts';
import type { Base } from '../fact/base.ts';
import type { Card } from '../fact/fact.ts';
import { makeItem } from '../item/generate.ts';
import { giveAway, telltaleOf } from '../item/leak.ts';
import type { Telltale } from '../item/leak.ts';
import { seededRandom, shuffle } from '../item/random.ts';
import type { Entry } from '../session/plan.ts';
import { sectionedEntries } from '../session/quiz.ts';
import type { Assignment, Student } from './assignment.ts';
import { studentKey } from './assignment.ts';
import { bytesOfHex, fixed } from './bytes.ts';
import { joined } from '../log/joined.ts';
import { hmac } from './hmac.ts';

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

/** 32 bits that only this student of this assignment has: HMAC of the seed and the facts over the student's label. */
export function studentSeed({ seed, pack }: Pick<Assignment, 'seed' | 'pack'>, student: Student): number {
  const mac = hmac(joined(fixed(seed, 4), bytesOfHex(pack)), utf8Of(studentKey(student)));
  return mac.subarray(0, 4).reduce((sum, byte) => sum * 256 + byte, 0);
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
): (student: Student) => readonly Asked[] {
  const common = assignmentEntries(base, cards, assignment);
  const vary = assignment.settings.variety === 'items' ? varier(base, cards, common) : () => common;
  const known = new Map<string, readonly Asked[]>();
  return (student) => {
    const key = studentKey(student);
    const asked = known.get(key) ?? arranged(assignment, student, common, vary);
    known.set(key, asked);
    return asked;
  };
}

function arranged(
  assignment: Assignment,
  student: Student,
  common: readonly Entry[],
  vary: (shift: number) => readonly Entry[],
): readonly Asked[] {
  const own = vary(assignment.settings.variety === 'items' ? studentSeed(assignment, student) : 0);
  return orderedFor(assignment, student, common).map(({ one, column }) => ({
    entry: own[column] ?? one,
    column,
  }));
}

/** What all are asked, in a student's order. */
export function orderedFor<T>(
  assignment: Assignment,
  student: Student,
  common: readonly T[],
): readonly { readonly one: T; readonly column: number }[] {
  const places = common.map((one, column) => ({ one, column }));
  if (assignment.settings.variety === 'same') return places;
  return shuffle(places, seededRandom(`student|${studentSeed(assignment, student)}`));
}

/** Gives every item a seed of the student's, unless it cannot be made so or would tell what another one asks. */
function varier(
  base: Base,
  cards: readonly Card[],
  common: readonly Entry[],
): (shift: number) => readonly Entry[] {
  const cardById = new Map(cards.map((card) => [card.id, card]));
  const taleOf = ({ card: id, form, seed }: Entry): Telltale | undefined => {
    const card = cardById.get(id);
    const item = card && makeItem(base, card, form, seed);
    return item && telltaleOf(base, item);
  };
  const commonTales = common.map(taleOf);
  return (shift) => {
    const tales = [...commonTales];
    return common.map((entry, place) => {
      const other = { ...entry, seed: (entry.seed + shift) % 2 ** 32 };
      const tale = taleOf(other);
      const tells = tales.some((known, at) => at !== place && known && tale && giveAway(tale, known));
      if (!tale || tells) return entry;
      tales[place] = tale;
      return other;
    });
  };
}

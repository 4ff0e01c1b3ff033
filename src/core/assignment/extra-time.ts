import { utf8Of } from '../log/utf8.ts';
import { noLimit, studentKey } from './assignment.ts';
import type { Assignment, ExtraTime, Student, StudentTag } from './assignment.ts';
import { bytesOfHex, fixed, hexOf, varint } from './bytes.ts';
import { joined } from '../log/joined.ts';
import type { Reader } from './bytes.ts';
import { hmac } from './hmac.ts';

/** Another one in every assignment; whoever knows the names of a class can still find out who is meant. */
export function tagOf({ seed, pack }: Pick<Assignment, 'seed' | 'pack'>, student: Student): StudentTag {
  const mac = hmac(joined(fixed(seed, 4), bytesOfHex(pack)), utf8Of(`time|${studentKey(student)}`));
  return hexOf(mac.subarray(0, 3)) as StudentTag;
}

/** By how much the teacher extends the time limit for a student, in percent. */
export const extraTimeFor = (
  assignment: Pick<Assignment, 'seed' | 'pack' | 'extraTime'>,
  student: Student,
): number => {
  const tag = tagOf(assignment, student);
  return assignment.extraTime?.find((extra) => extra.student === tag)?.percent ?? 0;
};

/** When an attempt is over; undefined where there is no limit. */
export function endOfTime(
  { settings: { timeLimitMin } }: Pick<Assignment, 'settings'>,
  { startedUtcMs, extendedBy }: { readonly startedUtcMs: number; readonly extendedBy: number },
): number | undefined {
  if (timeLimitMin === 0 || extendedBy === noLimit) return undefined;
  return startedUtcMs + timeLimitMin * 600 * (100 + extendedBy);
}

export const extraTimeBytes = (extraTime: readonly ExtraTime[]): Uint8Array =>
  joined(
    varint(extraTime.length),
    ...extraTime.map(({ student, percent }) => joined(bytesOfHex(student), [percent])),
  );

/** Undefined when nobody is given any, or the same student twice. */
export function readExtraTime(reader: Reader): readonly ExtraTime[] | undefined {
  const count = Math.min(reader.varint(), reader.rest());
  const extraTime = Array.from({ length: count }, () => ({
    student: hexOf(reader.take(3)) as StudentTag,
    percent: reader.byte(),
  }));
  const students = new Set(extraTime.map(({ student }) => student));
  const isFit = extraTime.every(({ percent }) => percent > 0) && students.size === count && count > 0;
  return isFit ? extraTime : undefined;
}

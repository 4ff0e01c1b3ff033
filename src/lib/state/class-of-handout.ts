import { decodeAssignment } from '#core/assignment/assignment-code.ts';
import type { ReadAssignment } from '#core/assignment/assignment-code.ts';
import type { Handout } from '#core/assignment/assignment-event.ts';
import type { Assignment } from '#core/assignment/assignment.ts';
import type { ClassSheets } from '#core/assignment/class-sheets.ts';
import { classMarker, classResults, keptMarker } from '#core/assignment/collect.ts';
import type { ClassMarker, Marking } from '#core/assignment/collect.ts';
import { bytesOfBase64url } from '#core/assignment/lettering.ts';
import type { ReadResult } from '#core/assignment/result-code.ts';
import { generatorVersion } from '#core/item/generate.ts';
import type { Class } from '#core/insight/touched-class.ts';

/** An assignment as it was handed out, read with its own facts. */
export function readHandout(
  { code, pack }: Pick<Handout, 'code' | 'pack'>,
  { base }: Marking,
): ReadAssignment | undefined {
  const bytes = bytesOfBase64url(code);
  const { id: topic, version } = base.topic;
  const read = bytes && decodeAssignment(bytes, { topic, version, hash: pack }, base.topic);
  return read?.ok ? read.value : undefined;
}

/** What has come in for a quiz, marked by its own facts, and by its own items where they were kept. */
export function classOfHandout(
  handout: Handout,
  marking: Marking,
  collected: readonly ReadResult[],
  sheets?: ClassSheets,
): Class | undefined {
  const read = readHandout(handout, marking);
  const marker = read && markerFor(marking, read.assignment, sheets);
  return marker && { marking, results: classResults(marking, read, collected, 'best', marker) };
}

/**
 * Marks by items that are made again, or where this version of the app would make others by those that were kept;
 * undefined without them.
 */
export function markerFor(
  marking: Marking,
  assignment: Assignment,
  sheets: ClassSheets | undefined,
): ClassMarker | undefined {
  if (isMadeHere(assignment)) return classMarker(marking, assignment);
  return sheets && keptMarker(sheets, assignment);
}

/** Whether this version of the app makes the items that an assignment means. */
export const isMadeHere = ({ generator }: Assignment): boolean => generator === generatorVersion;

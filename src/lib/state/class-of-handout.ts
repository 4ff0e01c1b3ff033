import { decodeAssignment } from '#core/assignment/assignment-code.ts';
import type { ReadAssignment } from '#core/assignment/assignment-code.ts';
import type { Handout } from '#core/assignment/assignment-event.ts';
import type { ClassSheets } from '#core/assignment/class-sheets.ts';
import { classMarker, classResults, keptMarker } from '#core/assignment/collect.ts';
import type { Marking } from '#core/assignment/collect.ts';
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
  if (!read || (read.assignment.generator !== generatorVersion && !sheets)) return undefined;
  const { assignment } = read;
  const marker = sheets ? keptMarker(sheets, assignment) : classMarker(marking, assignment);
  return { marking, results: classResults(marking, read, collected, 'best', marker) };
}

import type { CopyMark } from '#core/log/safe-copy.ts';
import type { Day } from '#core/memory/day.ts';
import { oneOf, record, whole } from '#core/shape.ts';

import { browserNotes, noteKeys } from './notes.ts';
import type { Notes } from './notes.ts';

/** The last copy in a file, and the last time that the learner put one off. */
export type CopyMarkKind = 'copied' | 'putOff';

const markShape = record<CopyMark & { readonly v: 1 }>({
  v: oneOf([1]),
  day: whole<Day>(),
  answers: whole(0),
});

export function readCopyMark(kind: CopyMarkKind, notes: Notes = browserNotes): CopyMark | undefined {
  try {
    const mark = markShape(JSON.parse(notes.get(noteKeys[kind]) ?? 'null'));
    return mark && { day: mark.day, answers: mark.answers };
  } catch {
    return undefined; // no note: the learner is asked again
  }
}

export const keepCopyMark = (kind: CopyMarkKind, mark: CopyMark, notes: Notes = browserNotes): void =>
  notes.set(noteKeys[kind], JSON.stringify({ v: 1, ...mark }));

import type { AssignmentId } from '#core/assignment/assignment.ts';
import type { Arrival } from '#core/assignment/collect.ts';
import { m } from '#lib/i18n/messages.ts';
import type { Received } from '#lib/state/receive.ts';

/** What became of a result, in words. */
export function arrivalWords(
  { arrival, student, title, assignment }: Received,
  chosen: AssignmentId | undefined,
): string {
  if (arrival === 'new' && assignment !== chosen) {
    return m.collect_arrival_other_quiz({ student, title: title || m.hand_untitled() });
  }
  return words[arrival]({ student });
}

const words: Readonly<Record<Arrival, (about: { readonly student: string }) => string>> = {
  new: m.collect_arrival_new,
  known: m.collect_arrival_known,
  changed: m.collect_arrival_changed,
  'other-device': m.collect_arrival_other_device,
  'unknown-student': m.collect_arrival_unknown_student,
  'wrong-length': m.collect_arrival_wrong_length,
};

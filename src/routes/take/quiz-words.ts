import type { Assignment, Feedback } from '#core/assignment/assignment.ts';
import { formatTime } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/messages.ts';

/** What a student is told about a quiz before it begins, a sentence each. */
export function factsTold({ settings, mode, due }: Assignment): readonly string[] {
  return [
    mode === 'sealed' ? m.take_sealed() : m.take_practice(),
    feedbackWords[settings.feedback](),
    ...(settings.certainty ? [m.take_certainty()] : []),
    ...(settings.timeLimitMin > 0 ? [m.take_limit({ minutes: settings.timeLimitMin })] : []),
    ...(due ? [m.take_due({ time: formatTime(due.utcMs) })] : []),
  ];
}

const feedbackWords: Readonly<Record<Feedback, () => string>> = {
  now: m.take_feedback_now,
  end: m.take_feedback_end,
  release: m.take_feedback_release,
};

import type { Settings } from '#core/assignment/assignment.ts';
import { m } from '#lib/i18n/messages.ts';

const feedbackWords: Readonly<Record<Settings['feedback'], () => string>> = {
  now: m.teach_feedback_now,
  end: m.teach_feedback_end,
  release: m.teach_feedback_release,
};

/** The settings that matter most, in a few words. */
export const settingsWords = ({ feedback, timeLimitMin }: Settings): string =>
  [
    `${m.teach_feedback()}: ${feedbackWords[feedback]()}`,
    ...(timeLimitMin > 0 ? [m.teach_about_limit({ count: timeLimitMin })] : []),
  ].join(' · ');

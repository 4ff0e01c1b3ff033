import type { FormId } from '#core/item/item.ts';
import { m } from '#lib/i18n/messages.ts';

/** What learners call each form. */
export const formNames: Readonly<Record<FormId, () => string>> = {
  flashcard: m.quiz_form_flashcard,
  'single-choice': m.quiz_form_single_choice,
  'true-false': m.quiz_form_true_false,
  cloze: m.quiz_form_cloze,
  typed: m.quiz_form_typed,
};

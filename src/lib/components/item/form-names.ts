import type { FormId } from '#core/item/item.ts';
import { m } from '#lib/i18n/messages.ts';

/** What learners call each form. */
export const formNames: Readonly<Record<FormId, () => string>> = {
  flashcard: m.quiz_form_flashcard,
  'single-choice': m.quiz_form_single_choice,
  'true-false': m.quiz_form_true_false,
  cloze: m.quiz_form_cloze,
  typed: m.quiz_form_typed,
  duration: m.quiz_form_duration,
  'before-after': m.quiz_form_before_after,
  'what-followed': m.quiz_form_what_followed,
  'odd-one-out': m.quiz_form_odd_one_out,
  'as-of': m.quiz_form_as_of,
  count: m.quiz_form_count,
  'two-hop': m.quiz_form_two_hop,
  'who-said': m.quiz_form_who_said,
  'source-comparison': m.quiz_form_source_comparison,
  'evidence-pick': m.quiz_form_evidence_pick,
  'corrected-fact': m.quiz_form_corrected_fact,
};

import type { FormId } from '#core/item/item.ts';
import { m } from '#lib/i18n/messages.ts';

export type FormGroup = 'recognise' | 'recall' | 'time' | 'sources';

interface FormLabel {
  readonly group: FormGroup;
  readonly name: () => string;
}

/** How each form is called, and where a learner looks for it. */
export const formLabels: Readonly<Record<FormId, FormLabel>> = {
  flashcard: { group: 'recall', name: m.quiz_form_flashcard },
  'single-choice': { group: 'recognise', name: m.quiz_form_single_choice },
  'true-false': { group: 'recognise', name: m.quiz_form_true_false },
  cloze: { group: 'recall', name: m.quiz_form_cloze },
  'gap-card': { group: 'recall', name: m.quiz_form_gap_card },
  typed: { group: 'recall', name: m.quiz_form_typed },
  duration: { group: 'time', name: m.quiz_form_duration },
  'before-after': { group: 'time', name: m.quiz_form_before_after },
  'what-followed': { group: 'time', name: m.quiz_form_what_followed },
  'odd-one-out': { group: 'recognise', name: m.quiz_form_odd_one_out },
  'as-of': { group: 'recognise', name: m.quiz_form_as_of },
  count: { group: 'recall', name: m.quiz_form_count },
  'two-hop': { group: 'recognise', name: m.quiz_form_two_hop },
  'who-said': { group: 'sources', name: m.quiz_form_who_said },
  'source-comparison': { group: 'sources', name: m.quiz_form_source_comparison },
  'evidence-pick': { group: 'sources', name: m.quiz_form_evidence_pick },
  'corrected-fact': { group: 'sources', name: m.quiz_form_corrected_fact },
  'multiple-response': { group: 'recognise', name: m.quiz_form_multiple_response },
  numeric: { group: 'recall', name: m.quiz_form_numeric },
  timeline: { group: 'time', name: m.quiz_form_timeline },
  ordering: { group: 'time', name: m.quiz_form_ordering },
  matching: { group: 'recognise', name: m.quiz_form_matching },
  categorise: { group: 'recognise', name: m.quiz_form_categorise },
  map: { group: 'recognise', name: m.quiz_form_map },
  'correct-timeline': { group: 'time', name: m.quiz_form_correct_timeline },
};

const groupNames: Readonly<Record<FormGroup, () => string>> = {
  recognise: m.quiz_group_recognise,
  recall: m.quiz_group_recall,
  time: m.quiz_group_time,
  sources: m.quiz_group_sources,
};

export interface GroupOfForms {
  readonly id: FormGroup;
  readonly name: string;
  readonly forms: readonly { readonly id: FormId; readonly label: string }[];
}

/** The forms in their groups, without groups that have none. */
export function groupsOf(forms: readonly FormId[]): readonly GroupOfForms[] {
  return (['recognise', 'recall', 'time', 'sources'] as const)
    .map((id) => ({
      id,
      name: groupNames[id](),
      forms: forms
        .filter((form) => formLabels[form].group === id)
        .map((form) => ({ id: form, label: formLabels[form].name() })),
    }))
    .filter((group) => group.forms.length > 0);
}

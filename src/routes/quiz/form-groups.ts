import type { FormId } from '#core/item/item.ts';
import { formNames } from '#lib/components/item/form-names.ts';
import { m } from '#lib/i18n/messages.ts';

export type FormGroup = 'recognise' | 'recall' | 'time' | 'sources';

/** Where a learner looks for each form. */
const groupOf: Readonly<Record<FormId, FormGroup>> = {
  flashcard: 'recall',
  'single-choice': 'recognise',
  'true-false': 'recognise',
  cloze: 'recall',
  typed: 'recall',
  duration: 'time',
  'before-after': 'time',
  'what-followed': 'time',
  'odd-one-out': 'recognise',
  'as-of': 'recognise',
  count: 'recall',
  'two-hop': 'recognise',
  'who-said': 'sources',
  'source-comparison': 'sources',
  'evidence-pick': 'sources',
  'corrected-fact': 'sources',
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
        .filter((form) => groupOf[form] === id)
        .map((form) => ({ id: form, label: formNames[form]() })),
    }))
    .filter((group) => group.forms.length > 0);
}

import type { LossKind } from '#core/export/carried.ts';
import type { LossLine } from '#core/export/export-items.ts';

const meanings: Readonly<Record<LossKind, string>> = {
  'left-out': 'are left out: the format cannot ask them',
  'too-long': 'are left out: they are longer than the format allows',
  'as-choice': 'are asked as multiple choice instead',
  'as-match': 'are asked as matching with places instead',
  'as-open': 'are asked as open questions that a person marks',
  'as-card': 'become cards that are turned over',
  split: 'become several items, one for each part',
  map: 'lose their map',
  repair: 'lose the step that mends a false statement',
  spelling: 'no longer forgive a small slip in spelling',
  'partial-marks': 'no longer give marks for what is partly right',
  'option-feedback': 'lose why each wrong option is wrong',
  explanation: 'lose their explanation',
  'sources-in-explanation': 'have their sources inside the explanation',
  sources: 'lose their sources',
  schedule: 'start afresh: what is remembered of them stays here',
};

/** `3 are asked as multiple choice instead (2 timeline, 1 map)`. */
export function lossText({ kind, count, forms }: LossLine): string {
  const list = forms.map(({ form, count: own }) => `${own} ${form}`).join(', ');
  return `${count} ${meanings[kind]} (${list})`;
}

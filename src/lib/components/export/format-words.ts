import type { LossKind } from '#core/export/carried.ts';
import type { FormatId } from '#core/export/format.ts';
import { m } from '#lib/i18n/messages.ts';

export interface FormatWords {
  readonly name: string;
  /** Which programs read it. */
  readonly readBy: () => string;
}

/** Names of formats and programs are the same in every language. */
export const formatWords: Readonly<Record<FormatId, FormatWords>> = {
  'moodle-xml': { name: 'Moodle XML', readBy: m.export_by_moodle },
  gift: { name: 'GIFT', readBy: m.export_by_gift },
  qti21: { name: 'QTI 2.1', readBy: m.export_by_qti21 },
  qti3: { name: 'QTI 3.0', readBy: m.export_by_qti3 },
  aiken: { name: 'Aiken', readBy: m.export_by_aiken },
  kahoot: { name: 'Kahoot!', readBy: m.export_by_kahoot },
  wayground: { name: 'Wayground (Quizizz)', readBy: m.export_by_wayground },
  blooket: { name: 'Blooket', readBy: m.export_by_blooket },
  apkg: { name: 'Anki', readBy: m.export_by_apkg },
  tsv: { name: 'TSV', readBy: m.export_by_tsv },
  quizlet: { name: 'Quizlet', readBy: m.export_by_quizlet },
};

export const lossWords: Readonly<Record<LossKind, (inputs: { count: number }) => string>> = {
  'left-out': m.export_loss_left_out,
  'too-long': m.export_loss_too_long,
  'as-choice': m.export_loss_as_choice,
  'as-match': m.export_loss_as_match,
  'as-open': m.export_loss_as_open,
  'as-card': m.export_loss_as_card,
  split: m.export_loss_split,
  map: m.export_loss_map,
  repair: m.export_loss_repair,
  spelling: m.export_loss_spelling,
  'partial-marks': m.export_loss_partial_marks,
  'option-feedback': m.export_loss_option_feedback,
  explanation: m.export_loss_explanation,
  'sources-in-explanation': m.export_loss_sources_in_explanation,
  sources: m.export_loss_sources,
  schedule: m.export_loss_schedule,
};

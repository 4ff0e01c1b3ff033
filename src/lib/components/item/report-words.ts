import type { BanReason, BanScope } from '#core/review/event.ts';
import { m } from '#lib/i18n/messages.ts';

export const reasonWords: Readonly<Record<BanReason, () => string>> = {
  wrong: m.report_reason_wrong,
  unclear: m.report_reason_unclear,
  'given-away': m.report_reason_given_away,
  'one-sided': m.report_reason_one_sided,
  other: m.report_reason_other,
};

export const scopeWords: Readonly<Record<BanScope, () => string>> = {
  item: m.report_scope_item,
  'card-form': m.report_scope_card_form,
  fact: m.report_scope_fact,
  form: m.report_scope_form,
};

import type { Hint } from '#core/item/hint.ts';
import type { Item } from '#core/item/item.ts';
import { formatDate, formatNumber } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/messages.ts';

/** A hint in words. */
export function hintWords({ options }: Item, hint: Hint): string {
  switch (hint.type) {
    case 'struck': {
      const option = options.find(({ id }) => id === hint.option)?.text ?? '';
      return [m.item_hint_struck_option({ option }), hint.reason ?? ''].join(' ').trim();
    }
    case 'first-letter':
      return m.item_hint_letter({ letter: hint.letter });
    case 'lengths':
      return m.item_hint_lengths({ letters: hint.letters.join(', ') });
    case 'date':
      return m.item_hint_date({ date: formatDate(hint.iso) });
    case 'dates':
      return m.item_hint_between({ from: formatDate(hint.from), to: formatDate(hint.to) });
    case 'years':
      return m.item_hint_between({ from: String(hint.from), to: String(hint.to) });
    case 'amount':
      return m.item_hint_between({ from: formatNumber(hint.from), to: formatNumber(hint.to) });
  }
}

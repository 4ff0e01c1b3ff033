import type { Hint } from '#core/item/hint.ts';
import type { Item } from '#core/item/item.ts';
import { formatDate, formatNumber } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/messages.ts';

/** A hint in words. */
export function hintWords({ options, layout }: Item, hint: Hint): string {
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
    case 'before':
      return m.item_hint_before({
        earlier: tileText(layout, hint.earlier),
        later: tileText(layout, hint.later),
      });
    case 'apart': {
      const targets = layout?.type === 'match' ? layout.targets : [];
      const target = targets.find(({ id }) => id === hint.target)?.text ?? '';
      return m.item_hint_apart({ tile: tileText(layout, hint.tile), target });
    }
  }
}

function tileText(layout: Item['layout'], tile: string): string {
  const tiles = layout?.type === 'order' || layout?.type === 'match' ? layout.tiles : [];
  return tiles.find(({ id }) => id === tile)?.text ?? '';
}

import type { Item } from '../item/item.ts';
import type { Body } from './carried.ts';

/** Any item as a card with two sides: what is asked with all that may be chosen, and what is right. */
export function cardBody(item: Item): Body {
  const { layout, options, key } = item;
  if (layout?.type === 'order') {
    const texts = layout.solution.map((id) => layout.tiles.find((tile) => tile.id === id)?.text ?? '');
    return {
      kind: 'card',
      below: layout.tiles.map(({ text }) => `• ${text}`),
      back: texts.map((text, index) => `${index + 1}. ${text}`),
    };
  }
  if (layout?.type === 'match') {
    const targetOf = (id: string): string =>
      layout.targets.find((target) => target.id === layout.solution[id])?.text ?? '';
    return {
      kind: 'card',
      below: [
        ...layout.tiles.map(({ text }) => `• ${text}`),
        layout.targets.map(({ text }) => text).join(' | '),
      ],
      back: layout.tiles.map(({ id, text }) => `${text} – ${targetOf(id)}`),
    };
  }
  const mended = item.repair?.options.find(({ correct }) => correct);
  const right = options.filter(({ correct }) => correct).map(({ text }) => text);
  return {
    kind: 'card',
    below: options.map(({ text }) => `• ${text}`),
    back: right.length > 0 ? [...right, ...(mended ? [mended.text] : [])] : [key],
  };
}

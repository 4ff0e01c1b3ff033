import type { Item } from './item.ts';
import { hashText } from './random.ts';

/**
 * A short name for what an item shows, whatever the order of its options: two seeds that give the same question, or
 * two versions of a pack that do, have one face.
 */
export function faceOf({ form, card, stem, options, layout, repair }: Item): string {
  const choices = [...options, ...(repair?.options ?? [])].map(({ text }) => text).toSorted();
  const tiles =
    layout === undefined || layout.type === 'axis'
      ? []
      : [...layout.tiles, ...(layout.type === 'match' ? layout.targets : [])]
          .map(({ text }) => text)
          .toSorted();
  return hashText([form, card, stem, ...choices, ...tiles].join('\n'));
}

import type { Item } from '#core/item/item.ts';

/** What the explanation says beyond the sentences of the tiles, which stand at their marks already. */
export function untold({ explanation, layout }: Pick<Item, 'explanation' | 'layout'>): string {
  const tiles = layout?.type === 'order' || layout?.type === 'match' ? layout.tiles : [];
  return tiles
    .reduce((rest, { truth }) => rest.replace(truth, ''), explanation)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

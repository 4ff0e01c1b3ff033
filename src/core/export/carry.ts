import type { Item } from '../item/item.ts';
import { fits, lossesOf } from './abilities.ts';
import type { Abilities } from './abilities.ts';
import type { CarriedItem, LossKind } from './carried.ts';
import { waysToAsk } from './ways.ts';

/** Other items that ask the same card in forms that most programs know, the best first. */
export type Alternatives = (item: Item) => readonly Item[];

/** What becomes of one item in a format; no item at all where nothing of it fits. */
export interface Carriage {
  readonly items: readonly CarriedItem[];
  readonly losses: readonly LossKind[];
}

/** Finds the best way in which a format can ask an item, and says what is lost on it. */
export function carry(item: Item, can: Abilities, alternatives: Alternatives): Carriage {
  const ways = waysToAsk(item);
  const own = ways.find((way) => can.kinds.has(way.kind) && way.items().every((one) => fits(can, one)));
  if (own && !own.isLast) return arrived(own.items(), own.loss, can, item);
  for (const other of alternatives(item)) {
    const { items, losses } = carry(other, can, () => []);
    if (losses.includes('left-out') || losses.includes('too-long')) continue;
    const kept = items.map((one) => ({ ...one, id: item.id, card: item.card }));
    return arrived(kept, 'as-choice', can, item);
  }
  if (own) return arrived(own.items(), own.loss, can, item);
  return { items: [], losses: [ways.some(({ kind }) => can.kinds.has(kind)) ? 'too-long' : 'left-out'] };
}

function arrived(
  items: readonly CarriedItem[],
  loss: LossKind | undefined,
  can: Abilities,
  { interaction, repair }: Item,
): Carriage {
  const losses = new Set(items.flatMap((one) => lossesOf(can, one)));
  if (loss) losses.add(loss);
  if (interaction === 'point' && !can.kinds.has('card')) losses.add('map');
  if (repair && !can.kinds.has('card')) losses.add('repair');
  return { items, losses: [...losses] };
}

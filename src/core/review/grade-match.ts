import type { CardId } from '../fact/fact.ts';
import type { Item } from '../item/item.ts';
import type { Pair, PartialMarks, Score } from './response.ts';
import { scoreOf, wrong } from './score.ts';

/**
 * The share of tiles that stand with their target; a tile that was given two targets counts as wrong. Where targets are
 * shared, wrong tiles take away what right ones earn by chance, so that sorting blindly earns nothing on average.
 */
export function gradeMatch({ layout }: Item, pairs: readonly Pair[]): Score {
  if (layout?.type !== 'match') return wrong;
  const { tiles, targets, shared, solution } = layout;
  const given = new Map<string, string | undefined>();
  for (const { tile, target } of pairs) given.set(tile, given.has(tile) ? undefined : target);
  const marks = tiles.map(({ id, card }) => ({ card, marks: given.get(id) === solution[id] ? 1 : 0 }));
  const share = marks.reduce((sum, own) => sum + own.marks, 0) / tiles.length;
  const chance = shared ? 1 / targets.length : 0;
  return scoreOf((share - chance) / (1 - chance), byCard(marks));
}

/** A card of which several tiles tell something earns their mean. */
function byCard(marks: readonly PartialMarks[]): readonly PartialMarks[] {
  const cards = new Map<CardId, number[]>();
  for (const own of marks) cards.set(own.card, [...(cards.get(own.card) ?? []), own.marks]);
  return [...cards].map(([card, earned]) => ({
    card,
    marks: earned.reduce((sum, one) => sum + one, 0) / earned.length,
  }));
}

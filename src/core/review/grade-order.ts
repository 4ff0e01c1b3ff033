import type { Item } from '../item/item.ts';
import type { Score } from './response.ts';
import { scoreOf, wrong } from './score.ts';

/**
 * Kendall's tau of the given and the right order, never below nothing: each pair in the right order counts for, each
 * other against, so that one tile out of place costs little and chance earns nothing. Each card earns the share of its
 * own pairs.
 */
export function gradeOrder({ layout }: Item, order: readonly string[]): Score {
  if (layout?.type !== 'order' || !isPermutation(order, layout.solution)) return wrong;
  const place = new Map(order.map((id, index) => [id, index]));
  const right = new Map(layout.solution.map((id, index) => [id, index]));
  const at = (places: ReadonlyMap<string, number>, id: string): number => places.get(id) ?? 0;
  const agrees = (a: string, b: string): boolean =>
    at(place, a) < at(place, b) === at(right, a) < at(right, b);
  const parts = layout.tiles.map(({ id, card }) => {
    const others = order.filter((other) => other !== id);
    return { card, marks: others.filter((other) => agrees(id, other)).length / others.length };
  });
  const agreement = parts.reduce((sum, { marks }) => sum + marks, 0) / parts.length;
  return scoreOf(2 * agreement - 1, parts);
}

const isPermutation = (order: readonly string[], solution: readonly string[]): boolean =>
  order.length === solution.length &&
  order.length > 1 &&
  new Set(order).size === order.length &&
  order.every((id) => solution.includes(id));

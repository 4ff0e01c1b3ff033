import type { Item } from '../item/item.ts';
import type { Score } from './response.ts';
import { scoreOf } from './score.ts';

/** Right choices less wrong ones, as a share of the keys and never below nothing: to tick everything earns nothing. */
export function gradeMultiple(item: Item, chosen: readonly string[]): Score {
  const ticked = new Set(chosen);
  const count = (correct: boolean): number =>
    item.options.filter((option) => option.correct === correct && ticked.has(option.id)).length;
  const keys = item.options.filter(({ correct }) => correct).length;
  return scoreOf(keys === 0 ? 0 : (count(true) - count(false)) / keys);
}

import type { Item } from '../item/item.ts';
import type { Score } from './response.ts';
import { right, wrong } from './score.ts';

/** A number is right within the item's tolerance. */
export function gradeNumber({ entry }: Item, value: number): Score {
  return entry?.type === 'amount' && Math.abs(value - entry.amount) <= entry.tolerance ? right : wrong;
}

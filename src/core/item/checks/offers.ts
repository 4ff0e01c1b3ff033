import type { Item, Option } from '../item.ts';
import type { Offer } from './check.ts';

/** What an item offers to choose from. True and false are no texts to compare. */
export function offersOf({ stem, options, repair }: Item): readonly Offer[] {
  const own = options.length > 0 && !isJudged({ options }) ? [offer(stem, options)] : [];
  return repair ? [...own, offer(stem, repair.options)] : own;
}

/** Whether the learner judges a statement. */
export const isJudged = ({ options }: Pick<Item, 'options'>): boolean =>
  options.some(({ id }) => id === 'true');

const offer = (stem: string, options: readonly Option[]): Offer => ({
  stem,
  options,
  right: options.filter(({ correct }) => correct),
  wrong: options.filter(({ correct }) => !correct),
});
